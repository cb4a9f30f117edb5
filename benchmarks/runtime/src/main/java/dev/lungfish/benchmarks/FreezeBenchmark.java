package dev.lungfish.benchmarks;

import com.esotericsoftware.kryo.Kryo;
import dev.lungfish.runtime.Freezer;
import java.io.Serializable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Freezing a graph of some objects, beside other ways to have one that can be shared. */
@State(Scope.Thread)
public class FreezeBenchmark {
  /** Closed: the class alone says that nothing can change. */
  public record Link(int number, Link next) {}

  /** Open: what hangs on it is known only when it is looked at. */
  public sealed interface Tree permits Leaf, Fork {}

  public record Leaf(int number) implements Tree, Serializable {}

  public record Fork(Object left, Object right) implements Tree, Serializable {}

  @Param({"100", "10000"})
  public int objects;

  private Link chain;
  private Tree tree;
  private Kryo kryo;

  @Setup
  public void build() {
    for (int i = 0; i < objects; i++) {
      chain = new Link(i, chain);
    }
    tree = tree(objects / 2);
    kryo = Copies.kryo();
  }

  /** A balanced tree with that many leaves. */
  private static Tree tree(int leaves) {
    return leaves == 1 ? new Leaf(1) : new Fork(tree(leaves / 2), tree(leaves - leaves / 2));
  }

  @Benchmark
  public Object closed() {
    return Freezer.freeze(chain);
  }

  @Benchmark
  public Object open() {
    return Freezer.freeze(tree);
  }

  /** What one would write for this one type: each object once, because a graph may share and have cycles. */
  @Benchmark
  public Object openByHand() {
    return isImmutable(tree, Collections.newSetFromMap(new IdentityHashMap<>())) ? tree : null;
  }

  private static boolean isImmutable(Object part, Set<Object> visited) {
    if (part == null || part instanceof Leaf) {
      return true;
    }
    return part instanceof Fork fork
        && (!visited.add(fork) || isImmutable(fork.left(), visited) && isImmutable(fork.right(), visited));
  }

  @Benchmark
  public Object copyByHand() {
    return copy(tree);
  }

  private static Object copy(Object part) {
    return part instanceof Fork fork ? new Fork(copy(fork.left()), copy(fork.right())) : new Leaf(((Leaf) part).number());
  }

  /** Written and read again: Kryo's own copy gives a record back as it is. */
  @Benchmark
  public Object copyByKryo() {
    return Copies.writtenAndRead(kryo, tree);
  }

  @Benchmark
  public Object copyBySerialization() {
    return Copies.serialized(tree);
  }
}
