package dev.lungfish.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.lungfish.runtime.AuditReport;
import dev.lungfish.runtime.Region;
import dev.lungfish.runtime.RegionAudit;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Plants five references into a region from outside, in a heap of many objects, asks
 * {@link RegionAudit#explain} who refers into it, and says what the answer cost. Fails if a reference
 * is not named.
 */
public final class AuditCost {
  private static final int OBJECTS = 1_500_000;

  /** Another object, with a map. */
  private static final class Directory {
    private final Map<String, Object> entries = new HashMap<>();
  }

  /** A planted reference and a part of the sentence that must name it. */
  private record Stray(String name, String words) {}

  private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
  private static final Directory DIRECTORY = new Directory();
  private static Account kept;
  private static Runnable later;
  private static List<Account> others;

  private AuditCost() {}

  /**
   * Measures and prints.
   *
   * @param args how many objects, 1,500,000 if nothing is said
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    int objects = args.length == 0 ? OBJECTS : Integer.parseInt(args[0]);
    others = new ArrayList<>(objects);
    for (int i = 0; i < objects; i++) {
      others.add(new Account(i));
    }
    Region<Ledger> region = Region.create("ledger", () -> new Ledger(Ledger.ACCOUNTS));
    CountDownLatch leave = new CountDownLatch(1);
    List<Stray> strays = plant(region, leave);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    AuditReport report = RegionAudit.explain(region);
    cpu = system.getProcessCpuTime() - cpu;
    own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own;
    clock = System.nanoTime() - clock;
    leave.countDown();
    System.out.println(report);
    boolean complete = true;
    for (Stray stray : strays) {
      boolean named = Stream.concat(report.strays().stream(), report.mayBeLive().stream()).anyMatch(each -> each.contains(stray.words()));
      System.out.println((named ? "named:  " : "MISSED: ") + stray.name());
      complete &= named;
    }
    System.out.printf(Locale.ROOT, "%,d objects: %.2f s processor time (%.2f s of it reading; the rest: dump, collector, compiler), %.2f s on the clock, load %.1f, JDK %s%n",
        others.size(), cpu / 1e9, own / 1e9, clock / 1e9, system.getSystemLoadAverage(), Runtime.version());
    System.exit(complete ? 0 : 1);
  }

  private static List<Stray> plant(Region<Ledger> region, CountDownLatch leave) throws InterruptedException {
    CountDownLatch parked = new CountDownLatch(1);
    region.run(ledger -> {
      kept = ledger.accounts.get(0);
      DIRECTORY.entries.put("account", ledger.accounts.get(1));
      LOCAL.set(ledger.accounts.get(2));
      Account captured = ledger.accounts.get(3);
      later = () -> captured.balance++;
      keepInALocal(ledger.accounts.get(4), parked, leave);
    });
    parked.await();
    String here = AuditCost.class.getName();
    return List.of(
        new Stray("a static field", "static field " + here + ".kept"),
        new Stray("an entry of another object's map", Directory.class.getName() + ".entries > java.util.HashMap.table"),
        new Stray("a thread local", "thread local: thread 'main'"),
        new Stray("what a lambda captured", "static field " + here + ".later > " + here + "$$Lambda"),
        new Stray("a local variable of another thread", "thread 'keeper'"));
  }

  private static void keepInALocal(Account account, CountDownLatch parked, CountDownLatch leave) {
    Account[] handedOver = {account};
    Thread keeper = new Thread(() -> {
      Account mine = handedOver[0];
      handedOver[0] = null;
      parked.countDown();
      try {
        leave.await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
      mine.balance++;
    }, "keeper");
    keeper.setDaemon(true);
    keeper.start();
  }
}
