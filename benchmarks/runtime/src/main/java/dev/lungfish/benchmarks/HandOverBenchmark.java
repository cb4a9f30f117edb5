package dev.lungfish.benchmarks;

import com.esotericsoftware.kryo.Kryo;
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import io.vavr.collection.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Thirty-two ledgers circulate between two threads through two queues; each thread changes sixteen
 * accounts of a ledger before it passes it on. One operation is one ledger going once round.
 */
@State(Scope.Benchmark)
public class HandOverBenchmark {
  private static final int LEDGERS = 32;

  /** A thread that can be interrupted wherever it waits. */
  private interface Step {
    void run() throws InterruptedException;
  }

  /** Two queues and the thread at the far end; the benchmark is at the near end. */
  private abstract static class Ring<T> {
    private Thread partner;
    private boolean isAlone;

    /** The benchmark is at the far end, too: nobody waits, so that a hop costs what its own instructions cost. */
    final Ring<T> alone() {
      isAlone = true;
      return this;
    }

    abstract T fresh();

    /** Changes sixteen accounts and gives what is to be passed on. */
    abstract T changed(T item);

    abstract void passOn(T item) throws InterruptedException;

    abstract T takeBack() throws InterruptedException;

    abstract void answer() throws InterruptedException;

    final void start() throws InterruptedException {
      for (int i = 0; i < LEDGERS; i++) {
        passOn(fresh());
      }
      if (isAlone) {
        return;
      }
      partner = new Thread(() -> untilInterrupted(this::answer), "partner");
      partner.setDaemon(true);
      partner.start();
    }

    final void once() throws InterruptedException {
      if (isAlone) {
        answer();
      }
      passOn(changed(takeBack()));
    }

    final void stop() throws InterruptedException {
      if (partner != null) {
        partner.interrupt();
        partner.join();
      }
    }

    private static void untilInterrupted(Step step) {
      try {
        while (true) {
          step.run();
        }
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private abstract static class QueueRing<T> extends Ring<T> {
    private final BlockingQueue<T> there = new ArrayBlockingQueue<>(LEDGERS);
    private final BlockingQueue<T> back = new ArrayBlockingQueue<>(LEDGERS);

    @Override
    void passOn(T item) throws InterruptedException {
      there.put(item);
    }

    @Override
    T takeBack() throws InterruptedException {
      return back.take();
    }

    @Override
    void answer() throws InterruptedException {
      back.put(changed(there.take()));
    }
  }

  /** The reference itself: nothing keeps the sender from using it again. */
  private static final class Raw extends QueueRing<Ledger> {
    @Override
    Ledger fresh() {
      return new Ledger(Ledger.ACCOUNTS);
    }

    @Override
    Ledger changed(Ledger ledger) {
      ledger.change();
      return ledger;
    }
  }

  /** The handle of a region, moved at each hop. */
  private static final class Moved extends QueueRing<Region<Ledger>> {
    @Override
    Region<Ledger> fresh() {
      return Region.create("ledger", () -> new Ledger(Ledger.ACCOUNTS)).move();
    }

    @Override
    Region<Ledger> changed(Region<Ledger> region) {
      region.run(Ledger::change);
      return region.move();
    }
  }

  /** The same through our own channel, which moves by itself. */
  private static final class Sent extends Ring<Region<Ledger>> {
    private final Channel<Ledger> there = new Channel<>(LEDGERS);
    private final Channel<Ledger> back = new Channel<>(LEDGERS);

    @Override
    Region<Ledger> fresh() {
      return Region.create("ledger", () -> new Ledger(Ledger.ACCOUNTS));
    }

    @Override
    Region<Ledger> changed(Region<Ledger> region) {
      region.run(Ledger::change);
      return region;
    }

    @Override
    void passOn(Region<Ledger> region) throws InterruptedException {
      there.send(region);
    }

    @Override
    Region<Ledger> takeBack() throws InterruptedException {
      return back.receive();
    }

    @Override
    void answer() throws InterruptedException {
      back.send(changed(there.receive()));
    }
  }

  /** The receiver gets a copy made by hand. */
  private static final class CopiedByHand extends QueueRing<Ledger> {
    @Override
    Ledger fresh() {
      return new Ledger(Ledger.ACCOUNTS);
    }

    @Override
    Ledger changed(Ledger ledger) {
      ledger.change();
      return ledger.copy();
    }
  }

  /** The receiver gets a copy made by Kryo. */
  private static final class CopiedByKryo extends QueueRing<Ledger> {
    private final ThreadLocal<Kryo> kryo = ThreadLocal.withInitial(Copies::kryo);

    @Override
    Ledger fresh() {
      return new Ledger(Ledger.ACCOUNTS);
    }

    @Override
    Ledger changed(Ledger ledger) {
      ledger.change();
      return kryo.get().copy(ledger);
    }
  }

  /** The receiver gets what Java serialization makes of it. */
  private static final class Serialized extends QueueRing<Ledger> {
    @Override
    Ledger fresh() {
      return new Ledger(Ledger.ACCOUNTS);
    }

    @Override
    Ledger changed(Ledger ledger) {
      ledger.change();
      return (Ledger) Copies.serialized(ledger);
    }
  }

  /** Vavr's persistent vector of balances: a new vector for each change. */
  private static final class VavrVector extends QueueRing<Vector<Long>> {
    @Override
    Vector<Long> fresh() {
      return Vector.fill(Ledger.ACCOUNTS, 0L);
    }

    @Override
    Vector<Long> changed(Vector<Long> balances) {
      Vector<Long> next = balances;
      int at = (int) (balances.head() % Ledger.ACCOUNTS);
      for (int i = 0; i < Ledger.CHANGES; i++) {
        next = next.update(at, next.get(at) + 1);
        at = (at + 61) % Ledger.ACCOUNTS;
      }
      return next;
    }
  }

  /** The persistent vector of PCollections, a balanced tree. */
  private static final class PCollectionsVector extends QueueRing<PVector<Long>> {
    @Override
    PVector<Long> fresh() {
      return TreePVector.from(java.util.Collections.nCopies(Ledger.ACCOUNTS, 0L));
    }

    @Override
    PVector<Long> changed(PVector<Long> balances) {
      PVector<Long> next = balances;
      int at = (int) (balances.get(0) % Ledger.ACCOUNTS);
      for (int i = 0; i < Ledger.CHANGES; i++) {
        next = next.with(at, next.get(at) + 1);
        at = (at + 61) % Ledger.ACCOUNTS;
      }
      return next;
    }
  }

  /** Nothing is handed over: both threads change the ledgers where they are. */
  private abstract static class InPlace extends Ring<Integer> {
    private int mine;
    private int others = LEDGERS / 2;
    private int made;

    abstract void change(int ledger);

    @Override
    Integer fresh() {
      return made++;
    }

    @Override
    Integer changed(Integer item) {
      change(item);
      return item;
    }

    @Override
    void passOn(Integer item) {}

    @Override
    Integer takeBack() {
      mine = (mine + 1) % LEDGERS;
      return mine;
    }

    @Override
    void answer() throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      others = (others + 1) % LEDGERS;
      change(others);
    }
  }

  /** In place, each ledger under its own monitor. */
  private static final class Synchronized extends InPlace {
    private final Ledger[] ledgers = new Ledger[LEDGERS];

    @Override
    Integer fresh() {
      int number = super.fresh();
      ledgers[number] = new Ledger(Ledger.ACCOUNTS);
      return number;
    }

    @Override
    void change(int number) {
      Ledger ledger = ledgers[number];
      synchronized (ledger) {
        ledger.change();
      }
    }
  }

  /** In place, each ledger in a cown. */
  private static final class InCowns extends InPlace {
    @SuppressWarnings("unchecked") // a generic array
    private final Cown<Ledger>[] cowns = new Cown[LEDGERS];

    @Override
    Integer fresh() {
      int number = super.fresh();
      cowns[number] = Cown.create("ledger", () -> new Ledger(Ledger.ACCOUNTS));
      return number;
    }

    @Override
    void change(int number) {
      cowns[number].run(Ledger::change);
    }
  }

  /** The ways to pass a ledger on. */
  public enum Peer {
    RAW(Raw::new),
    RAW_ALONE(() -> new Raw().alone()),
    MOVE(Moved::new),
    MOVE_ALONE(() -> new Moved().alone()),
    CHANNEL(Sent::new),
    CHANNEL_ALONE(() -> new Sent().alone()),
    COPY(CopiedByHand::new),
    KRYO(CopiedByKryo::new),
    SERIALIZATION(Serialized::new),
    VAVR(VavrVector::new),
    PCOLLECTIONS(PCollectionsVector::new),
    SYNCHRONIZED(Synchronized::new),
    COWN(InCowns::new);

    private final Supplier<Ring<?>> ring;

    Peer(Supplier<Ring<?>> ring) {
      this.ring = ring;
    }
  }

  @Param public Peer peer;
  private Ring<?> ring;

  @Setup(Level.Trial)
  public void start() throws InterruptedException {
    ring = peer.ring.get();
    ring.start();
  }

  @TearDown(Level.Trial)
  public void stop() throws InterruptedException {
    ring.stop();
  }

  @Benchmark
  public void round() throws InterruptedException {
    ring.once();
  }
}
