package org.basin.engine;

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
 * What no other machine has: names are not enough, as many containers are called {@code localhost}.
 * Two containers on one machine are two machines here unless they number their processes together.
 */
final class MachineId {

  private static final String OWN = find();

  private MachineId() {}

  /** That of this machine since it was booted. */
  static String own() {
    return OWN;
  }

  private static String find() {
    try {
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return boot + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      String cards = networkCards();
      // Without a name of its own it is nobody else's: a random one.
      return cards.isEmpty() ? UUID.randomUUID().toString() : Machine.host() + " " + cards;
    }
  }

  /** The hardware addresses of its network cards. */
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
