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
    Entry entry = ENTRIES.get(bridge);
    if (entry == null) {
      return;
    }
    synchronized (entry) {
      dropOutdated(entry, bridge);
      if (!entry.holders.isEmpty()) {
        askForCollection(entry, bridge);
      }
      if (!entry.holders.isEmpty()) {
        List<String> holders =
            entry.holders.stream().map(each -> "a " + each.type() + " since " + each.site()).toList();
        throw Failures.heldElsewhere(bridge, site, why, holders, entry.unaware);
      }
    }
  }

  /** Drops holders that are gone, lie inside, or no longer refer into the region. */
  private static void dropOutdated(Entry entry, Object bridge) {
    if (entry.holders.isEmpty()) {
      return;
    }
    Members members = Members.of(bridge);
    for (Iterator<Holder> each = entry.holders.iterator(); each.hasNext(); ) {
      Object holder = each.next().holder().get();
      if (holder == null || members.contains(holder) || !members.isReferredToBy(holder)) {
        each.remove();
      }
    }
  }

  /** Holders that are garbage still count until the collector has run; it is asked once. */
  private static void askForCollection(Entry entry, Object bridge) {
    Collector.askFor();
    dropOutdated(entry, bridge);
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
