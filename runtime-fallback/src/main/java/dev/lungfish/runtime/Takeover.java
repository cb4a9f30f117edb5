package dev.lungfish.runtime;

import dev.lungfish.runtime.count.RegionState;
import dev.lungfish.runtime.graph.Guide;
import dev.lungfish.runtime.graph.TakeoverKinds;
import dev.lungfish.runtime.graph.Walk;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a region of a local object ("slurp"): walks what it reaches, collects the free regions among
 * it, and nests them when the whole walk has gone well.
 */
final class Takeover implements Guide {
  private final String name;
  private final Walk walk = new Walk(this);
  /** The edges to nest: live Region handles, and Child edges that a dissolve has freed. */
  private final Map<RegionState, Object> found = new LinkedHashMap<>();

  private Takeover(String name) {
    this.name = name;
  }

  static RegionState of(String name, Object content) {
    Takeover takeover = new Takeover(name);
    if (!takeover.walk.from(content)) {
      throw new AssertionError("a takeover refuses by exception");
    }
    RegionState region = new RegionState(name, Thread.currentThread());
    takeover.found.forEach((child, edge) -> nest(child, edge, region));
    return region;
  }

  /** Undoes a takeover that has left the region open, where it must be closed, and says so. */
  static void requireClosed(RegionState fresh) {
    if (fresh.isOpen()) {
      BorrowedException failure = Failures.open("move", fresh);
      Region.release(fresh);
      throw failure;
    }
  }

  private static void nest(RegionState child, Object edge, RegionState parent) {
    if (edge instanceof Region<?> handle) {
      handle.nestAsEdge(parent.name());
    }
    child.attachTo(parent);
  }

  @Override
  public Step step(Object met, Object label) {
    if (met instanceof Region<?> region) {
      return meetRegion(region);
    } else if (met instanceof Child<?> child) {
      return meetChild(child);
    } else if (TakeoverKinds.isHandle(met)) {
      throw Failures.crossReference(name, path(), "a " + met.getClass().getSimpleName()
          + " is a reference into a region that somebody else owns");
    }
    Step step = TakeoverKinds.of(met);
    if (step == Step.REFUSE) {
      throw Failures.crossReference(name, path(), TakeoverKinds.whyNot(met));
    }
    return step;
  }

  private Step meetRegion(Region<?> region) {
    if (region.isFrozen()) {
      return Step.STOP;
    }
    if (region.tomb() != null && !found.containsKey(region.state())) {
      throw Failures.crossReference(name, path(), "the handle of region " + Failures.quote(region.name())
          + " is dead: the region " + region.tomb().fate());
    }
    return add(region.enter(), region);
  }

  private Step meetChild(Child<?> child) {
    if (child.isFrozen()) {
      return Step.STOP;
    }
    if (child.tomb() != null) {
      throw Failures.crossReference(name, path(), "the edge to region " + Failures.quote(child.name())
          + " is dead: the region " + child.tomb().fate());
    }
    RegionState state = child.state();
    if (state.parent() != null) {
      throw Failures.twoOwners(state.name(), path(), "has parent " + Failures.quote(state.parent().name()));
    }
    return add(child.enter(), child);
  }

  /** Regions are never entered, so a second edge comes here again. */
  private Step add(RegionState region, Object edge) {
    if (found.putIfAbsent(region, edge) != null) {
      throw Failures.twoOwners(region.name(), path(), "is reached by another reference in the same content");
    }
    return Step.STOP;
  }

  private String path() {
    return walk.currentPath(null);
  }
}
