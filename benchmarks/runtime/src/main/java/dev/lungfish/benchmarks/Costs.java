package dev.lungfish.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures groups of benchmarks and prints each as a ratio to the one it is compared with. The members
 * of a group take turns, one process each per round, so that a busy machine slows all of them alike;
 * the table has the median over the rounds.
 */
public final class Costs {
  /** One line of a table: what it is called, the benchmark, its parameter, and what it is compared with. */
  private record Row(String name, String benchmark, String parameter, String value, String peer, String aim) {
    Row(String name, String benchmark, String peer, String aim) {
      this(name, benchmark, null, null, peer, aim);
    }

    private static final String RAW = "raw reference (unsafe)";

    static Row handOver(String name, HandOverBenchmark.Peer peer, String aim) {
      return new Row(name, "HandOverBenchmark.round", "peer", peer.name(), RAW, aim);
    }

    static Row freeze(String name, String method, int objects, String peer, String aim) {
      return new Row(name, "FreezeBenchmark." + method, "objects", String.valueOf(objects), peer, aim);
    }
  }

  private record Group(String name, String title, List<Row> rows) {}

  private record Measured(double nanos, double bytes) {}

  private static final List<Group> GROUPS = List.of(
      new Group("handover", "32 ledgers of 1,000 accounts circulate between two threads, 16 accounts changed at each hop", List.of(
          Row.handOver("raw reference (unsafe)", HandOverBenchmark.Peer.RAW, ""),
          Row.handOver("region move", HandOverBenchmark.Peer.MOVE, "1.15"),
          Row.handOver("our channel", HandOverBenchmark.Peer.CHANNEL, ""),
          Row.handOver("in place, synchronized", HandOverBenchmark.Peer.SYNCHRONIZED, ""),
          Row.handOver("in place, cown", HandOverBenchmark.Peer.COWN, ""),
          Row.handOver("Vavr vector", HandOverBenchmark.Peer.VAVR, ""),
          Row.handOver("PCollections vector", HandOverBenchmark.Peer.PCOLLECTIONS, ""),
          Row.handOver("copy by hand", HandOverBenchmark.Peer.COPY, ""),
          Row.handOver("copy by Kryo", HandOverBenchmark.Peer.KRYO, ""),
          Row.handOver("Java serialization", HandOverBenchmark.Peer.SERIALIZATION, ""))),
      new Group("hop", "the same, both ends played by one thread: nobody waits for a lock or an element", List.of(
          Row.handOver("raw reference (unsafe)", HandOverBenchmark.Peer.RAW_ALONE, ""),
          Row.handOver("region move", HandOverBenchmark.Peer.MOVE_ALONE, ""),
          Row.handOver("our channel", HandOverBenchmark.Peer.CHANNEL_ALONE, ""))),
      new Group("lock", "one change of one field, uncontended", List.of(
          new Row("ReentrantLock", "UseBenchmark.reentrantLock", "ReentrantLock", ""),
          new Row("synchronized", "UseBenchmark.monitor", "ReentrantLock", ""),
          new Row("cown, acquire and close", "UseBenchmark.cown", "ReentrantLock", "1.25"),
          new Row("cown, run", "UseBenchmark.cownToRun", "ReentrantLock", "1.25"))),
      new Group("when", "a transfer between two accounts, uncontended", List.of(
          new Row("two ReentrantLocks in order", "UseBenchmark.transferUnderTwoLocks", "two ReentrantLocks in order", ""),
          new Row("two cowns in order", "UseBenchmark.transferInTwoCowns", "two ReentrantLocks in order", ""),
          new Row("when, run by the caller", "UseBenchmark.transferWhenBothAreFree", "two ReentrantLocks in order", ""))),
      new Group("borrow", "one change of one field by its owner", List.of(
          new Row("plain", "UseBenchmark.plain", "plain", ""),
          new Row("checked access", "UseBenchmark.checkedAccess", "plain", "+2 ns or 0 B"),
          new Row("borrow and close", "UseBenchmark.borrow", "plain", "+2 ns or 0 B"),
          new Row("borrow, run", "UseBenchmark.borrowToRun", "plain", "+2 ns or 0 B"))),
      new Group("closed", "freezing a chain of a closed class: its length must not matter", List.of(
          Row.freeze("100 objects", "closed", 100, "100 objects", ""),
          Row.freeze("10,000 objects", "closed", 10_000, "100 objects", "1.0"))),
      open(100),
      open(10_000));

  private static Group open(int objects) {
    String byHand = "recursive walk by hand";
    return new Group("open", "freezing a tree of " + objects + " objects behind open types", List.of(
        Row.freeze(byHand, "openByHand", objects, byHand, ""),
        Row.freeze("freeze", "open", objects, byHand, "2.0"),
        Row.freeze("copy by hand", "copyByHand", objects, byHand, ""),
        Row.freeze("copy by Kryo", "copyByKryo", objects, byHand, ""),
        Row.freeze("Java serialization", "copyBySerialization", objects, byHand, "")));
  }

  private final int rounds;

  private Costs(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Measures and prints.
   *
   * @param args {@code --rounds N}, and names of groups; all groups if there are none
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] args) throws RunnerException {
    List<String> wanted = new ArrayList<>(Arrays.asList(args));
    int rounds = 5;
    int option = wanted.indexOf("--rounds");
    if (option >= 0) {
      rounds = Integer.parseInt(wanted.get(option + 1));
      wanted.subList(option, option + 2).clear();
    }
    List<String> known = GROUPS.stream().map(Group::name).distinct().toList();
    if (!known.containsAll(wanted)) {
      System.err.println("groups are " + known);
      System.exit(2);
    }
    System.out.printf("JDK %s, %d processors, %d rounds; processor time of the process per operation, medians%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds);
    for (Group group : GROUPS) {
      if (wanted.isEmpty() || wanted.contains(group.name())) {
        new Costs(rounds).print(group);
      }
    }
  }

  private void print(Group group) throws RunnerException {
    double[] load = {load(), 0};
    Measured[][] measured = new Measured[group.rows().size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int row = 0; row < measured.length; row++) {
        measured[row][round] = measure(group.rows().get(row));
      }
    }
    load[1] = load();
    System.out.printf(Locale.ROOT, "%n%s (load %.1f to %.1f)%n%n| | ns | B | to %s | over rounds | aim |%n|---|---:|---:|---:|---|---|%n",
        group.title(), load[0], load[1], group.rows().get(0).peer());
    for (int row = 0; row < measured.length; row++) {
      print(group.rows().get(row), measured[row], measured[0]);
    }
  }

  private static void print(Row row, Measured[] mine, Measured[] peers) {
    double[] ratios = new double[mine.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = mine[i].nanos() / peers[i].nanos();
    }
    Arrays.sort(ratios);
    System.out.printf(Locale.ROOT, "| %s | %.1f | %.0f | %.2f | %.2f-%.2f | %s |%n", row.name(),
        median(Arrays.stream(mine).mapToDouble(Measured::nanos).toArray()),
        median(Arrays.stream(mine).mapToDouble(Measured::bytes).toArray()),
        median(ratios), ratios[0], ratios[ratios.length - 1], row.aim());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static Measured measure(Row row) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(row.benchmark().replace(".", "\\.") + "$").mode(Mode.AverageTime).verbosity(VerboseMode.SILENT)
        .forks(1).warmupIterations(3).warmupTime(TimeValue.seconds(2))
        .measurementIterations(5).measurementTime(TimeValue.milliseconds(500))
        .addProfiler(CpuTime.class).addProfiler(GCProfiler.class).jvmArgsAppend("-Xms1g", "-Xmx1g")
        .shouldFailOnError(true);
    if (row.parameter() != null) {
      options.param(row.parameter(), row.value());
    }
    RunResult result = new Runner(options.build()).runSingle();
    return new Measured(secondary(result, CpuTime.LABEL), secondary(result, "gc.alloc.rate.norm"));
  }

  private static double secondary(RunResult result, String label) {
    for (var each : result.getSecondaryResults().entrySet()) {
      if (each.getKey().endsWith(label)) {
        return ((Result<?>) each.getValue()).getScore();
      }
    }
    throw new IllegalStateException("no " + label + " among " + result.getSecondaryResults().keySet());
  }
}
