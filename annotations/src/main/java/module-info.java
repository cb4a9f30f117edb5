/** The annotations of Lungfish: ownership, regions and deep immutability. Depends on nothing. */
module dev.lungfish.annotation {
  exports dev.lungfish.annotation;
}
