package dev.lungfish.runtime;

import dev.lungfish.runtime.count.RegionState;
import dev.lungfish.runtime.graph.Members;
import dev.lungfish.runtime.heap.Marker;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The contents of one region tree where its handles keep them, for an audit by the owner. Nothing here
 * leaves a member in a frame of the audit: the collector would see it there.
 */
final class TreeContents {
  /** Where a handle keeps its content. */
  private record Slot(Supplier<Object> read, Consumer<Object> write) {}

  private final RegionState root;
  private final List<Slot> slots = new ArrayList<>();

  private TreeContents(RegionState root) {
    this.root = root;
    root.forEachBelow(region -> {
      Object edge = region == root || region.edge() == null ? null : region.edge().get();
      if (edge instanceof Child<?> child) {
        slots.add(slot(child));
      } else if (edge instanceof Region<?> handle) {
        slots.add(slot(handle));
      }
    });
  }

  static TreeContents of(Region<?> region) {
    TreeContents contents = new TreeContents(region.state());
    contents.slots.add(slot(region));
    return contents;
  }

  static TreeContents of(Cown<?> cown, RegionState region) {
    TreeContents contents = new TreeContents(region);
    contents.slots.add(slot(cown, region));
    return contents;
  }

  @SuppressWarnings("unchecked") // what is put back is what was read
  private static <T> Slot slot(Child<T> child) {
    return new Slot(child::content, content -> child.content((T) content));
  }

  @SuppressWarnings("unchecked") // what is put back is what was read
  private static <T> Slot slot(Region<T> region) {
    return new Slot(region::content, content -> region.content((T) content));
  }

  @SuppressWarnings("unchecked") // what is put back is what was read
  private static <T> Slot slot(Cown<T> cown, RegionState region) {
    return new Slot(cown::content, content -> cown.adopt(region, (T) content));
  }

  RegionState root() {
    return root;
  }

  /** Stops counting borrows that were lost, in all regions of the tree; says how many. */
  int forgetLostBorrows() {
    int[] lost = {0};
    List<RegionState> all = new ArrayList<>();
    root.forEachBelow(all::add);
    all.forEach(each -> lost[0] += each.forgetLostBorrows());
    return lost[0];
  }

  Marker marker() {
    return new Marker(members());
  }

  List<WeakReference<Object>> weakMembers() {
    List<WeakReference<Object>> weak = new ArrayList<>();
    for (Object member : members()) {
      weak.add(new WeakReference<>(member));
    }
    return weak;
  }

  private Object[] members() {
    List<Object> all = new ArrayList<>();
    Members.of(slots.stream().map(slot -> slot.read().get()).toArray()).forEach(all::add);
    return all.toArray();
  }

  /** Takes the contents out of the handles. */
  Object[] takeAll() {
    Object[] all = new Object[slots.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = slots.get(i).read().get();
      slots.get(i).write().accept(null);
    }
    return all;
  }

  /** Puts back what {@link #takeAll} has taken. */
  void putBack(Object[] all) {
    for (int i = 0; i < all.length; i++) {
      slots.get(i).write().accept(all[i]);
    }
  }
}
