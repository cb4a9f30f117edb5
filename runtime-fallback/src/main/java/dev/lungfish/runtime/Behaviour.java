package dev.lungfish.runtime;

import dev.lungfish.runtime.cown.Lane;
import dev.lungfish.runtime.cown.Visit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * One started behaviour: waits for its cowns without a thread, runs its body once, releases all cowns,
 * and only then completes its future, so that whoever continues there may acquire them again.
 *
 * @param <R> the type of the result
 */
final class Behaviour<R> extends Visit {
  /** The contents of the held cowns. */
  static final class Contents {
    private final Map<Cown<?>, Acquired<?>> holds;

    Contents(int cowns) {
      holds = new IdentityHashMap<>(cowns);
    }

    @SuppressWarnings("unchecked") // each cown is mapped to a hold of itself
    <T> T of(Cown<T> cown) {
      return ((Acquired<T>) holds.get(cown)).get();
    }

    @SuppressWarnings("unchecked") // each cown is mapped to a hold of itself
    <T> void put(Cown<T> cown, T content) {
      ((Acquired<T>) holds.get(cown)).set(content);
    }
  }

  /** As the caller named them; one may be there twice. */
  private final List<Cown<?>> cowns;
  private final Executor executor;
  private final Function<Contents, ? extends R> body;
  private final CompletableFuture<R> result = new CompletableFuture<>();
  /** Cowns whose region is not yet closed; counted by the running thread, which owns them. */
  private int unreleased;

  private Behaviour(Executor executor, List<Cown<?>> cowns, Function<Contents, ? extends R> body) {
    super(lanesOf(cowns));
    this.cowns = cowns;
    this.executor = executor;
    this.body = body;
  }

  private static Lane[] lanesOf(List<Cown<?>> cowns) {
    Lane[] lanes = new Lane[cowns.size()];
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = cowns.get(i).lane();
    }
    return lanes;
  }

  static <R> CompletableFuture<R> start(Executor executor, List<Cown<?>> cowns, Function<Contents, ? extends R> body) {
    Behaviour<R> behaviour = new Behaviour<>(executor, cowns, body);
    behaviour.begin();
    return behaviour.result;
  }

  @Override
  protected void ready() {
    try {
      executor.execute(this::runBody);
    } catch (RuntimeException | Error rejected) {
      leave();
      result.completeExceptionally(rejected);
    }
  }

  private void runBody() {
    Contents contents = new Contents(cowns.size());
    List<Acquired<?>> holds = new ArrayList<>(cowns.size());
    for (Cown<?> cown : cowns) {
      if (!contents.holds.containsKey(cown)) {
        Acquired<?> hold = new Acquired<>(cown, this::leaveWithTheLast);
        holds.add(hold);
        contents.holds.put(cown, hold);
      }
    }
    unreleased = holds.size();
    R value = null;
    Throwable failure = null;
    try {
      value = body.apply(contents);
    } catch (Throwable thrown) { // whatever it is, the future carries it
      failure = thrown;
    }
    complete(value, releaseAll(holds, failure));
  }

  private Throwable releaseAll(List<Acquired<?>> holds, Throwable bodyFailure) {
    Throwable failure = bodyFailure;
    if (holds.isEmpty()) {
      leave();
    }
    for (Acquired<?> hold : holds) {
      RegionException open = hold.endScope();
      if (open != null && failure == null) {
        failure = open;
      } else if (open != null) {
        failure.addSuppressed(open);
      }
    }
    return failure;
  }

  private void complete(R value, Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private void leaveWithTheLast() {
    if (--unreleased == 0) {
      leave();
    }
  }
}
