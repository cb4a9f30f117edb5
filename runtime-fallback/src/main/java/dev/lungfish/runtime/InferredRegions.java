package dev.lungfish.runtime;

import dev.lungfish.runtime.graph.Members;
import dev.lungfish.runtime.graph.WeakIdentityMap;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What woven code has told about regions that have no runtime object: tombstones, and references from
 * the heap that could not be proved to end. Keyed weakly by the bridge; filled and read at woven sites
 * only.
 *
 * <p>Thread-safe: each entry is guarded by itself.
 */
final class InferredRegions {
  private static final WeakIdentityMap<Entry> ENTRIES = new WeakIdentityMap<>();

  /** One recorded reference from outside. */
  private record Holder(Reference<Object> holder, String type, String site) {}

  /** What is known of one bridge; its own monitor guards it. */
  private static final class Entry {
    final List<Holder> holders = new ArrayList<>();
    final List<String> unaware = new ArrayList<>();
    Reference<Thread> mover;
    String movedAt;
  }

  private InferredRegions() {}

  static void moved(Object bridge, String site) {
    Entry entry = ENTRIES.computeIfAbsent(bridge, Entry::new);
    synchronized (entry) {
      entry.mover = new WeakReference<>(Thread.currentThread());
      entry.movedAt = site;
      entry.holders.clear();
    }
  }

  static void requireNotMoved(Object o, String site) {
    Entry entry = o == null ? null : ENTRIES.get(o);
    if (entry == null) {
      return;
    }
    synchronized (entry) {
      if (entry.mover != null && entry.mover.get() == Thread.currentThread()) {
        throw Failures.movedBefore(o, entry.movedAt, site);
      }
    }
  }

  static void borrowed(Object bridge, Object holder, String site) {
    Entry entry = ENTRIES.computeIfAbsent(bridge, Entry::new);
    synchronized (entry) {
      entry.holders.removeIf(each -> each.holder().get() == holder || each.holder().get() == null);
      entry.holders.add(new Holder(new WeakReference<>(holder), holder.getClass().getTypeName(), site));
    }
  }

  static void touched(Object bridge, String site) {
    Entry entry = ENTRIES.computeIfAbsent(bridge, Entry::new);
    synchronized (entry) {
      if (!entry.unaware.contains(site)) {
        entry.unaware.add(site);
      }
    }
  }

  static void requireIsolated(Object bridge, String site, String why) {
    List<Entry> entries = entriesWithin(bridge);
    if (!entries.isEmpty()) {
      List<String> holders = holders(entries, bridge);
      if (!holders.isEmpty()) {
        Collector.askFor(); // holders that are garbage still count until the collector has run; it is asked once
        holders = holders(entries, bridge);
      }
      refuse(holders, bridge, site, why, entries);
    }
    refuse(AuditPoints.holdersBeforeMove(bridge), bridge, site, why, entries);
  }

  private static void refuse(List<String> holders, Object bridge, String site, String why, List<Entry> entries) {
    if (!holders.isEmpty()) {
      throw Failures.heldElsewhere(bridge, site, why, holders, unawareOf(entries));
    }
  }

  /** What is known of the bridge and of everything that goes with it: a task is the bridge of what it has captured. */
  private static List<Entry> entriesWithin(Object bridge) {
    List<Entry> entries = new ArrayList<>();
    if (ENTRIES.isEmpty()) {
      return entries;
    }
    for (Object member : Members.of(bridge)) {
      Entry entry = ENTRIES.get(member);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Recorded holders that are still there, lie outside, and still refer into the region. */
  private static List<String> holders(List<Entry> entries, Object bridge) {
    List<String> found = new ArrayList<>();
    Members members = null;
    for (Entry entry : entries) {
      synchronized (entry) {
        if (!entry.holders.isEmpty()) {
          members = members == null ? Members.of(bridge) : members;
          dropOutdated(entry, members);
          entry.holders.forEach(each -> found.add("a " + each.type() + " since " + each.site()));
        }
      }
    }
    return found;
  }

  private static void dropOutdated(Entry entry, Members members) {
    for (Iterator<Holder> each = entry.holders.iterator(); each.hasNext(); ) {
      Object holder = each.next().holder().get();
      if (holder == null || members.contains(holder) || !members.isReferredToBy(holder)) {
        each.remove();
      }
    }
  }

  private static List<String> unawareOf(List<Entry> entries) {
    List<String> sites = new ArrayList<>();
    for (Entry entry : entries) {
      synchronized (entry) {
        sites.addAll(entry.unaware);
      }
    }
    return sites;
  }

  static void requireDisjoint(Iterable<?> parts, String site, String why) {
    Map<Object, Integer> owners = new IdentityHashMap<>();
    int index = 0;
    for (Object part : parts) {
      if (part != null) {
        for (Object member : Members.of(part)) {
          Integer other = owners.putIfAbsent(member, index);
          if (other != null && other != index) {
            throw Failures.notDisjoint(member, other, index, site, why);
          }
        }
      }
      index++;
    }
  }
}
