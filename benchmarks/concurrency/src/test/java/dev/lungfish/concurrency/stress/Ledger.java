package dev.lungfish.concurrency.stress;

/** The content of cowns and regions in these tests: ordinary mutable fields, nothing volatile or final. */
final class Ledger {
  int balance;
  int entries;

  void enter(int amount) {
    balance += amount;
    entries++;
  }

  /** Gives others time to come between. */
  void enterSlowly() {
    int read = entries;
    for (int i = 0; i < 30; i++) {
      Thread.onSpinWait();
    }
    entries = read + 1;
  }
}
