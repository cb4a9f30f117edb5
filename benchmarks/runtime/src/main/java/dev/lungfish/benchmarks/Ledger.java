package dev.lungfish.benchmarks;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What circulates between two threads: a thousand accounts, of which each thread changes sixteen. */
public final class Ledger implements Serializable {
  static final int ACCOUNTS = 1_000;
  static final int CHANGES = 16;
  private static final long serialVersionUID = 1L;

  final List<Account> accounts;
  private int next;

  /** For Kryo. */
  Ledger() {
    this(0);
  }

  Ledger(int size) {
    accounts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      accounts.add(new Account(i));
    }
  }

  void change() {
    for (int i = 0; i < CHANGES; i++) {
      accounts.get(next).balance++;
      next = (next + 61) % ACCOUNTS;
    }
  }

  Ledger copy() {
    Ledger copy = new Ledger();
    for (Account each : accounts) {
      copy.accounts.add(each.copy());
    }
    copy.next = next;
    return copy;
  }
}
