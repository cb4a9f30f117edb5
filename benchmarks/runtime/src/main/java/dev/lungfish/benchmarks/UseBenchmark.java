package dev.lungfish.benchmarks;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One change of one account by the thread that has it to itself: plainly, in a borrow, under a lock, in a cown. */
@State(Scope.Thread)
public class UseBenchmark {
  private final Account plain = new Account(1);
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final Region<Account> region = Region.create("account", () -> new Account(1));
  private final Borrow<Account> borrow = Region.create("account", () -> new Account(1)).borrow();
  private final Cown<Account> cown = Cown.create("account", () -> new Account(1));
  private final Cown<Account> otherCown = Cown.create("other", () -> new Account(2));
  private final ReentrantLock otherLock = new ReentrantLock();
  private final Account other = new Account(2);

  @Benchmark
  public long plain() {
    return ++plain.balance;
  }

  @Benchmark
  public long checkedAccess() {
    return ++borrow.get().balance;
  }

  @Benchmark
  public long borrow() {
    try (Borrow<Account> mine = region.borrow()) {
      return ++mine.get().balance;
    }
  }

  @Benchmark
  public void borrowToRun() {
    region.run(account -> account.balance++);
  }

  @Benchmark
  public long reentrantLock() {
    lock.lock();
    try {
      return ++plain.balance;
    } finally {
      lock.unlock();
    }
  }

  @Benchmark
  public long monitor() {
    synchronized (monitor) {
      return ++plain.balance;
    }
  }

  @Benchmark
  public long cown() {
    try (Acquired<Account> hold = cown.acquire()) {
      return ++hold.get().balance;
    }
  }

  @Benchmark
  public void cownToRun() {
    cown.run(account -> account.balance++);
  }

  @Benchmark
  public void transferUnderTwoLocks() {
    lock.lock();
    otherLock.lock();
    try {
      plain.balance--;
      other.balance++;
    } finally {
      otherLock.unlock();
      lock.unlock();
    }
  }

  @Benchmark
  public void transferInTwoCowns() {
    try (Acquired<Account> from = cown.acquire();
        Acquired<Account> to = otherCown.acquire()) {
      from.get().balance--;
      to.get().balance++;
    }
  }

  /** Without an executor in between: the caller runs the body. */
  @Benchmark
  public Object transferWhenBothAreFree() {
    return Cown.when(cown, otherCown).on(Runnable::run).run((from, to) -> {
      from.balance--;
      to.balance++;
    });
  }
}
