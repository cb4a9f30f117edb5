package dev.lungfish.benchmarks;

import java.io.Serializable;

/** An ordinary mutable object. */
public final class Account implements Serializable {
  private static final long serialVersionUID = 1L;

  int number;
  long balance;

  /** For Kryo. */
  Account() {}

  Account(int number) {
    this.number = number;
  }

  Account copy() {
    Account copy = new Account(number);
    copy.balance = balance;
    return copy;
  }
}
