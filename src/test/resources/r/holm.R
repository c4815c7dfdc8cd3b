# Corrected p values for HolmTest.  Rscript holm.R > holm.csv    (R 4.2.2)
cat("p,adjusted\n")
for (p in list(c(.01, .04, .03, .005), c(.5, .9, .2), c(.001, .001, .6), .03, c(.02, NA, .01, .3))) {
  adjusted <- p.adjust(p, "holm")
  cat(paste(p, collapse = " "), paste(sprintf("%.17g", adjusted), collapse = " "), sep = ",")
  cat("\n")
}
