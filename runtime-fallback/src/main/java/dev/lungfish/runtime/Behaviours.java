package dev.lungfish.runtime;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The forms of {@code when}: each collects cowns and an executor, and starts a {@link Behaviour}. */
final class Behaviours {
  private Behaviours() {}

  /** Where bodies run by default. Behaviours on different cowns must be able to run beside each other. */
  private static final class DefaultExecutor {
    private static final int ENOUGH = 4;
    static final Executor INSTANCE =
        ForkJoinPool.getCommonPoolParallelism() > 1
            ? ForkJoinPool.commonPool()
            : new ForkJoinPool(ENOUGH, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
  }

  static <A> When1<A> of(Cown<A> a) {
    return new One<>(named(a), DefaultExecutor.INSTANCE);
  }

  static <A, B> When2<A, B> of(Cown<A> a, Cown<B> b) {
    return new Two<>(named(a), named(b), DefaultExecutor.INSTANCE);
  }

  static <A, B, C> When3<A, B, C> of(Cown<A> a, Cown<B> b, Cown<C> c) {
    return new Three<>(named(a), named(b), named(c), DefaultExecutor.INSTANCE);
  }

  static <A, B, C, D> When4<A, B, C, D> of(Cown<A> a, Cown<B> b, Cown<C> c, Cown<D> d) {
    return new Four<>(named(a), named(b), named(c), named(d), DefaultExecutor.INSTANCE);
  }

  static <T> WhenAll<T> of(List<Cown<T>> cowns) {
    return new All<>(List.copyOf(Objects.requireNonNull(cowns, "cowns")), DefaultExecutor.INSTANCE);
  }

  private static <T> T named(T cown) {
    return Objects.requireNonNull(cown, "cown");
  }

  private static <T> T body(T body) {
    return Objects.requireNonNull(body, "body");
  }

  private static Executor chosen(Executor executor) {
    return Objects.requireNonNull(executor, "executor");
  }

  private record One<A>(Cown<A> a, Executor executor) implements When1<A> {
    @Override
    public CompletableFuture<Void> run(Consumer<? super A> body) {
      body(body);
      return call(x -> {
        body.accept(x);
        return null;
      });
    }

    @Override
    public <R> CompletableFuture<R> call(Function<? super A, ? extends R> body) {
      body(body);
      return Behaviour.start(executor, List.of(a), contents -> body.apply(contents.of(a)));
    }

    @Override
    public When1<A> on(Executor other) {
      return new One<>(a, chosen(other));
    }
  }

  private record Two<A, B>(Cown<A> a, Cown<B> b, Executor executor) implements When2<A, B> {
    @Override
    public CompletableFuture<Void> run(BiConsumer<? super A, ? super B> body) {
      body(body);
      return call((x, y) -> {
        body.accept(x, y);
        return null;
      });
    }

    @Override
    public <R> CompletableFuture<R> call(BiFunction<? super A, ? super B, ? extends R> body) {
      body(body);
      return Behaviour.start(executor, List.of(a, b), contents -> body.apply(contents.of(a), contents.of(b)));
    }

    @Override
    public When2<A, B> on(Executor other) {
      return new Two<>(a, b, chosen(other));
    }
  }

  private record Three<A, B, C>(Cown<A> a, Cown<B> b, Cown<C> c, Executor executor) implements When3<A, B, C> {
    @Override
    public CompletableFuture<Void> run(Body<? super A, ? super B, ? super C> body) {
      body(body);
      return call((x, y, z) -> {
        body.accept(x, y, z);
        return null;
      });
    }

    @Override
    public <R> CompletableFuture<R> call(Computation<? super A, ? super B, ? super C, ? extends R> body) {
      body(body);
      return Behaviour.start(
          executor, List.of(a, b, c), contents -> body.apply(contents.of(a), contents.of(b), contents.of(c)));
    }

    @Override
    public When3<A, B, C> on(Executor other) {
      return new Three<>(a, b, c, chosen(other));
    }
  }

  private record Four<A, B, C, D>(Cown<A> a, Cown<B> b, Cown<C> c, Cown<D> d, Executor executor)
      implements When4<A, B, C, D> {
    @Override
    public CompletableFuture<Void> run(Body<? super A, ? super B, ? super C, ? super D> body) {
      body(body);
      return call((w, x, y, z) -> {
        body.accept(w, x, y, z);
        return null;
      });
    }

    @Override
    public <R> CompletableFuture<R> call(Computation<? super A, ? super B, ? super C, ? super D, ? extends R> body) {
      body(body);
      return Behaviour.start(
          executor,
          List.of(a, b, c, d),
          contents -> body.apply(contents.of(a), contents.of(b), contents.of(c), contents.of(d)));
    }

    @Override
    public When4<A, B, C, D> on(Executor other) {
      return new Four<>(a, b, c, d, chosen(other));
    }
  }

  private record All<T>(List<Cown<T>> cowns, Executor executor) implements WhenAll<T> {
    @Override
    public CompletableFuture<Void> run(Consumer<? super List<T>> body) {
      body(body);
      return call(all -> {
        body.accept(all);
        return null;
      });
    }

    @Override
    public <R> CompletableFuture<R> call(Function<? super List<T>, ? extends R> body) {
      body(body);
      return Behaviour.start(
          executor, List.copyOf(cowns), contents -> body.apply(cowns.stream().map(contents::of).toList()));
    }

    @Override
    public WhenAll<T> on(Executor other) {
      return new All<>(cowns, chosen(other));
    }
  }
}
