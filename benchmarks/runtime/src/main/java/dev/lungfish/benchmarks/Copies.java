package dev.lungfish.benchmarks;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;

/** The general ways to copy a graph. */
final class Copies {
  private Copies() {}

  static Kryo kryo() {
    Kryo kryo = new Kryo();
    kryo.setReferences(true);
    kryo.register(Ledger.class);
    kryo.register(Account.class);
    kryo.register(ArrayList.class);
    kryo.register(FreezeBenchmark.Fork.class);
    kryo.register(FreezeBenchmark.Leaf.class);
    return kryo;
  }

  static Object writtenAndRead(Kryo kryo, Object graph) {
    Output out = new Output(1 << 10, -1);
    kryo.writeClassAndObject(out, graph);
    return kryo.readClassAndObject(new Input(out.getBuffer(), 0, out.position()));
  }

  static Object serialized(Object graph) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(graph);
      }
      try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
