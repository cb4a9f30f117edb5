package dev.lungfish.runtime;

import dev.lungfish.runtime.count.RegionState;
import java.util.ArrayList;
import java.util.List;

/** The exceptions of this library: the only place with their words. */
final class Failures {
  private static final String HOW_TO_TRACK = " (run with -Dlungfish.track=true to see where)";
  private static final int NAMED_CHILDREN = 5;

  private Failures() {}

  static MovedException dead(String region, Tomb tomb) {
    StringBuilder text = new StringBuilder("region ").append(quote(region)).append(' ').append(tomb.fate());
    if (tomb.site() != null) {
      text.append(" at ").append(tomb.site());
    }
    text.append(" by thread ").append(quote(tomb.thread()));
    if (tomb.site() == null) {
      text.append(HOW_TO_TRACK);
    }
    return new MovedException(
        "use.after.move", text.toString(), region, tomb.site() == null ? List.of() : List.of(tomb.site()));
  }

  static MovedException takenContent(String cown) {
    return new MovedException(
        "use.after.move",
        "the content of cown " + quote(cown) + " was taken and none has been put back",
        cown,
        List.of());
  }

  static ForeignThreadException foreign(String region, Object owner) {
    String whose =
        owner instanceof Thread thread
            ? "belongs to thread " + quote(thread.getName())
            : owner instanceof Cown<?> cown
                ? "lies in cown " + quote(cown.name()) + ", which is not held"
                : "is between two owners";
    return new ForeignThreadException(
        "region.not.open",
        "region " + quote(region) + " " + whose + ", not to thread " + quote(Thread.currentThread().getName()),
        region,
        List.of());
  }

  static RegionException ended(String region, String site) {
    return new RegionException(
        "region.not.open",
        "this borrow of region " + quote(region) + madeAt(site) + " has ended",
        region,
        siteList(site));
  }

  static RegionException revoked(String region, String site) {
    return new RegionException(
        "region.not.open",
        "this borrow of region " + quote(region) + madeAt(site) + " was revoked",
        region,
        siteList(site));
  }

  /** {@code verb} is what was to be done with the region: move, freeze, ... */
  static BorrowedException open(String verb, RegionState region) {
    return new BorrowedException(
        "move.while.borrowed",
        "cannot " + verb + " region " + quote(region.name()) + ": " + whyOpen(region),
        region.name(),
        allSites(region));
  }

  static BorrowedException openRelease(String cown, RegionState region, String outcome) {
    return new BorrowedException(
        "move.while.borrowed",
        "cannot release cown " + quote(cown) + " with region " + quote(region.name()) + ": "
            + whyOpen(region) + "; " + outcome,
        cown,
        allSites(region));
  }

  /** {@code what} is what cannot be done, and with what. */
  static BorrowedException strays(String what, String region, AuditReport report) {
    return new BorrowedException(
        "move.while.borrowed",
        "cannot " + what + ": the audit found references from outside; " + String.join("; ", report.strays()),
        region,
        report.strays());
  }

  static String whyOpen(RegionState region) {
    StringBuilder text = new StringBuilder("borrow count is ").append(region.borrowCount());
    if (region.borrows() > 0) {
      text.append(", expected 1").append(borrowedAt(region));
    }
    int named = 0;
    for (RegionState child : region.children()) {
      if (child.isOpen()) {
        if (named++ == NAMED_CHILDREN) {
          text.append("; and ").append(region.openChildren() - NAMED_CHILDREN).append(" more");
          break;
        }
        text.append("; child region ").append(quote(child.name())).append(" is open").append(childDetail(child));
      }
    }
    return text.toString();
  }

  private static String childDetail(RegionState child) {
    if (child.borrows() > 0) {
      return " (borrow count is " + child.borrowCount() + borrowedAt(child) + ")";
    }
    RegionState deep = child;
    while (deep.borrows() == 0) {
      deep = deep.children().stream().filter(RegionState::isOpen).findFirst().orElseThrow();
    }
    return " through " + quote(deep.name()) + " (borrow count is " + deep.borrowCount() + borrowedAt(deep) + ")";
  }

  private static String borrowedAt(RegionState region) {
    List<String> sites = region.borrowSites();
    if (!Sites.TRACKED) {
      return HOW_TO_TRACK;
    }
    return sites.isEmpty() ? "" : "; borrowed at " + String.join(" and ", sites);
  }

  private static List<String> allSites(RegionState region) {
    List<String> sites = new ArrayList<>();
    region.forEachBelow(each -> sites.addAll(each.borrowSites()));
    return sites;
  }

  static RegionTreeException cycle(RegionState child, RegionState parent) {
    StringBuilder ring = new StringBuilder(child.name());
    List<String> down = new ArrayList<>();
    for (RegionState each = parent; each != null && each != child; each = each.parent()) {
      down.add(0, each.name());
    }
    down.forEach(name -> ring.append(" > ").append(name));
    ring.append(" > ").append(child.name());
    return new RegionTreeException(
        "region.cycle",
        "attaching " + quote(child.name()) + " to " + quote(parent.name()) + " would make a cycle: " + ring,
        child.name(),
        List.of());
  }

  static RegionTreeException twoOwners(String region, String path, String firstOwner) {
    return new RegionTreeException(
        "region.two.owners",
        path + " would be a second owner of region " + quote(region) + ", which " + firstOwner,
        region,
        List.of());
  }

  static RegionException notAChild(String region) {
    return new RegionException(
        "region.not.bridge",
        "region " + quote(region) + " has no parent to merge into; attach it first",
        region,
        List.of());
  }

  static RegionException crossReference(String region, String path, String what) {
    return new RegionException(
        "region.cross.reference", "region " + quote(region) + " cannot take over " + path + ": " + what, region, List.of());
  }

  static RegionException notFrozenYet(String region) {
    return new RegionException(
        "freeze.not.owned",
        "child region " + quote(region) + " is not frozen: its parent owns it and may still write it",
        region,
        List.of());
  }

  static NotFreezableException notFreezable(String regionName, Object root, Object blocker, String path, String why) {
    return new NotFreezableException("cannot freeze " + path + ": " + why, regionName, root, blocker, path);
  }

  static CownException notHeld(String cown, String what) {
    return new CownException(
        "cown.not.acquired",
        what + " cown " + quote(cown) + ", which thread " + quote(Thread.currentThread().getName()) + " does not hold",
        cown,
        List.of());
  }

  static CownException releasedBefore(String cown, String what) {
    return new CownException(
        "cown.not.acquired", what + " cown " + quote(cown) + " after it was released", cown, List.of());
  }

  static CownException heldAlready(String cown) {
    return new CownException(
        "cown.not.acquired",
        "thread " + quote(Thread.currentThread().getName()) + " holds cown " + quote(cown)
            + " already; cowns are not reentrant, use the content at hand",
        cown,
        List.of());
  }

  static RegionException leftEmpty(String cown, String outcome) {
    return new RegionException(
        "isolated.not.restored",
        "cown " + quote(cown) + " was left without content: what was taken must be put back; " + outcome,
        cown,
        List.of());
  }

  // ---- residual checks: the region has no name, so its bridge is described

  static MovedException movedBefore(Object o, String movedAt, String site) {
    return new MovedException(
        "use.after.move", "at " + site + ": " + describe(o) + " was moved at " + movedAt + " by this thread",
        null, List.of(movedAt));
  }

  static MovedException nameMovedBefore(String name, String movedAt, String site) {
    return new MovedException(
        "use.after.move", "at " + site + ": " + quote(name) + " was moved at " + movedAt, null, List.of(movedAt));
  }

  static BorrowedException heldElsewhere(Object bridge, String site, String why, List<String> holders, List<String> unaware) {
    String passed = unaware.isEmpty() ? "" : "; it was passed to unknown code at " + String.join(" and ", unaware);
    return new BorrowedException(
        "move.while.borrowed",
        "at " + site + ": cannot move the region of " + describe(bridge) + ": borrow count is " + (1 + holders.size())
            + ", expected 1; held by " + String.join(" and ", holders) + passed + "; checked here because " + why,
        null,
        holders);
  }

  static RegionException notDisjoint(Object member, int first, int second, String site, String why) {
    return new RegionException(
        "region.cross.reference",
        "at " + site + ": parts " + first + " and " + second + " share " + describe(member) + "; checked here because " + why,
        null,
        List.of());
  }

  static RegionException notOpen(String lock, String participle, String site) {
    return new RegionException(
        "region.not.open",
        "at " + site + ": " + lock + " is not " + participle + " by thread " + quote(Thread.currentThread().getName()),
        null,
        List.of(site));
  }

  static RegionException wrongThread(String confinement, String home, String site) {
    return new RegionException(
        "confined.wrong.thread",
        "at " + site + ": thread " + quote(Thread.currentThread().getName()) + " touches what is confined to "
            + quote(confinement) + ", which is " + home,
        null,
        List.of(site));
  }

  static FrozenException frozenWrite(Object o, String site) {
    return new FrozenException(
        "frozen.write", "at " + site + ": " + describe(o) + " is frozen and cannot be written", null, List.of(site));
  }

  private static String describe(Object o) {
    return "a " + o.getClass().getTypeName();
  }

  static String quote(String name) {
    return "'" + name + "'";
  }

  private static String madeAt(String site) {
    return site == null ? "" : " (made at " + site + ")";
  }

  private static List<String> siteList(String site) {
    return site == null ? List.of() : List.of(site);
  }
}
