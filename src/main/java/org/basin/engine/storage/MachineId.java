package org.basin.engine.storage;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An identifier that no other machine shares. A name is not enough, because many containers are
 * called {@code localhost}. Two containers on one machine count as two machines, unless they share
 * their process numbers.
 */
final class MachineId {

  private static final String OWN = find();

  private MachineId() {}

  /** The identifier of this machine since it was booted. */
  static String own() {
    return OWN;
  }

  private static String find() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return boot + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      String cards = networkCards();
      // Without any identifier, a random one still differs from every other machine's.
      return cards.isEmpty() ? UUID.randomUUID().toString() : Machine.host() + " " + cards;
    }
  }

  /** The hardware addresses of the network cards. */
  private static String networkCards() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .map(MachineId::address)
          .filter(address -> !address.isEmpty())
          .sorted()
          .collect(Collectors.joining(" "));
    } catch (SocketException e) {
      return "";
    }
  }

  private static String address(NetworkInterface card) {
    try {
      byte[] address = card.getHardwareAddress();
      return address == null || card.isVirtual() ? "" : HexFormat.of().formatHex(address);
    } catch (SocketException e) {
      return "";
    }
  }
}
