package dev.lungfish.runtime.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An indexed heap dump in the HPROF format of HotSpot (1.0.2): where each object lies, the classes with
 * their fields, the roots, and the stack frames.
 *
 * <p>Written from the format's description. Memory: about 32 bytes an object, and the classes. Not
 * thread-safe.
 */
final class HeapDump {
  /** An object takes at least so much of a dump. */
  static final int LEAST_BYTES_PER_OBJECT = 33;

  static final int OBJECT = 2;
  static final int ROOT_JNI_LOCAL = 0x02;
  static final int ROOT_JAVA_FRAME = 0x03;
  static final int ROOT_THREAD = 0x08;
  static final int CLASS = 0x20;
  static final int INSTANCE = 0x21;
  static final int OBJECT_ARRAY = 0x22;
  static final int PRIMITIVE_ARRAY = 0x23;

  /** A field with its type code; for static fields also the object it refers to. */
  record DumpedField(long nameId, int type, long target) {}

  /** A class: its ancestor, and the fields that it declares itself. */
  record DumpedClass(long id, long superId, List<DumpedField> statics, List<DumpedField> fields) {}

  /** A root of the collector: what it refers to, and for locals in which frame of which thread. */
  record Root(int kind, long target, int thread, int frame) {}

  private static final String REFERENT = "referent";
  /** Where classes are said to lie: what is to know of them is kept. */
  static final long NOWHERE = -1;
  private static final int MOST_EXPECTED = 1 << 22;

  private final DumpFile file;
  private long referentName;
  private final LongMap texts = new LongMap();
  private final LongMap classNames = new LongMap();
  private final LongMap classBySerial = new LongMap();
  private final LongMap frames = new LongMap();
  private final LongMap traces = new LongMap();
  /** Where each object's record begins; for classes {@link #NOWHERE}. */
  private final LongMap objects;
  private final String watched;
  private long watchedName;
  private long watchedClass;
  private final List<Long> watchedInstances = new ArrayList<>();

  private final Map<Long, DumpedClass> classes = new HashMap<>();
  private final List<Root> roots = new ArrayList<>();
  private final Map<Integer, Root> threads = new HashMap<>();
  private final Map<Integer, Integer> traceOfThread = new HashMap<>();

  /**
   * Reads a dump.
   *
   * @param file the dump
   * @param watched the name of a class whose instances are noted down
   */
  HeapDump(DumpFile file, String watched) throws IOException {
    this.file = file;
    this.watched = watched.replace('.', '/');
    this.objects = new LongMap((int) Math.min(file.size() / LEAST_BYTES_PER_OBJECT, MOST_EXPECTED));
    readHeader();
    while (file.position() < file.size()) {
      int tag = file.u1();
      file.skip(4);
      long length = file.i4() & 0xffffffffL;
      long next = file.position() + length;
      readRecord(tag, next);
      file.seek(next);
    }
  }

  private void readHeader() throws IOException {
    StringBuilder magic = new StringBuilder();
    for (int c = file.u1(); c != 0; c = file.u1()) {
      magic.append((char) c);
    }
    if (!magic.toString().startsWith("JAVA PROFILE")) {
      throw new IOException("not a heap dump: it begins with " + magic);
    }
    file.idSize(file.i4());
    file.skip(8);
  }

  private void readRecord(int tag, long end) throws IOException {
    long start = file.position();
    switch (tag) {
      case 0x01 -> readText(start, end);
      case 0x02 -> {
        int serial = file.i4();
        long id = file.id();
        file.skip(4);
        classBySerial.put(serial, id);
        long name = file.id();
        classNames.put(id, name);
        if (name == watchedName) {
          watchedClass = id;
        }
      }
      case 0x04 -> frames.put(file.id(), start);
      case 0x05 -> traces.put(file.i4(), start);
      case 0x0c, 0x1c -> readSegment(end);
      default -> { } // summaries, CPU samples and control settings say nothing about references
    }
  }

  private void readText(long start, long end) throws IOException {
    long id = file.id();
    texts.put(id, start - 4); // its length stands before it
    int length = (int) (end - file.position());
    if (length != REFERENT.length() && length != watched.length()) {
      return;
    }
    String text = file.text(length);
    if (text.equals(REFERENT)) {
      referentName = id;
    } else if (text.equals(watched)) {
      watchedName = id;
    }
  }

  /** Whether the field is the one by which a weak reference refers, which keeps nothing alive. */
  boolean isReferent(DumpedField field) {
    return field != null && field.nameId() == referentName;
  }

  private void readSegment(long end) throws IOException {
    while (file.position() < end) {
      long start = file.position();
      int tag = file.u1();
      switch (tag) {
        case 0xff, 0x05, 0x07 -> roots.add(new Root(tag, file.id(), 0, -1));
        case 0x01 -> {
          roots.add(new Root(tag, file.id(), 0, -1));
          file.skip(file.idSize());
        }
        case ROOT_JNI_LOCAL, ROOT_JAVA_FRAME -> roots.add(new Root(tag, file.id(), file.i4(), file.i4()));
        case 0x04, 0x06 -> roots.add(new Root(tag, file.id(), file.i4(), -1));
        case ROOT_THREAD -> {
          Root thread = new Root(tag, file.id(), file.i4(), -1);
          roots.add(thread);
          threads.put(thread.thread(), thread);
          traceOfThread.put(thread.thread(), file.i4());
        }
        case CLASS -> readClass();
        case INSTANCE -> {
          long id = file.id();
          objects.put(id, start);
          file.skip(4);
          if (file.id() == watchedClass) {
            watchedInstances.add(id);
          }
          file.skip(file.i4());
        }
        case OBJECT_ARRAY -> {
          objects.put(file.id(), start);
          file.skip(4);
          file.skip((long) file.i4() * file.idSize() + file.idSize());
        }
        case PRIMITIVE_ARRAY -> {
          objects.put(file.id(), start);
          file.skip(4);
          long length = file.i4();
          file.skip(length * sizeOf(file.u1()));
        }
        default -> throw new IOException("unknown heap dump record " + tag + " at byte " + start);
      }
    }
  }

  private void readClass() throws IOException {
    long id = file.id();
    file.skip(4);
    long superId = file.id();
    file.skip(5L * file.idSize() + 4);
    for (int constants = file.u2(); constants > 0; constants--) {
      file.skip(2);
      file.skip(sizeOf(file.u1()));
    }
    List<DumpedField> statics = new ArrayList<>();
    for (int count = file.u2(); count > 0; count--) {
      long name = file.id();
      int type = file.u1();
      if (type == OBJECT) {
        statics.add(new DumpedField(name, type, file.id()));
      } else {
        file.skip(sizeOf(type));
      }
    }
    List<DumpedField> fields = new ArrayList<>();
    for (int count = file.u2(); count > 0; count--) {
      fields.add(new DumpedField(file.id(), file.u1(), 0));
    }
    objects.put(id, NOWHERE);
    classes.put(id, new DumpedClass(id, superId, List.copyOf(statics), List.copyOf(fields)));
  }

  int sizeOf(int type) throws IOException {
    return switch (type) {
      case OBJECT -> file.idSize();
      case 4, 8 -> 1;
      case 5, 9 -> 2;
      case 6, 10 -> 4;
      case 7, 11 -> 8;
      default -> throw new IOException("unknown type code " + type + " in the heap dump");
    };
  }

  DumpFile file() {
    return file;
  }

  LongMap objects() {
    return objects;
  }

  /** The instances of exactly the watched class. */
  List<Long> watchedInstances() {
    return watchedInstances;
  }

  Map<Long, DumpedClass> classes() {
    return classes;
  }

  List<Root> roots() {
    return roots;
  }

  Root thread(int serial) {
    return threads.get(serial);
  }

  String text(long id) throws IOException {
    long at = texts.getOrDefault(id, -1);
    if (at < 0) {
      return "?";
    }
    file.seek(at);
    int length = file.i4() - file.idSize();
    file.skip(file.idSize());
    return file.text(length);
  }

  String className(long classId) throws IOException {
    return text(classNames.getOrDefault(classId, 0)).replace('/', '.');
  }

  /** The frame of a local variable as class and "method(File.java:12)", or null if it is not known. */
  String[] frame(int thread, int depth) throws IOException {
    long trace = traces.getOrDefault(traceOfThread.getOrDefault(thread, 0), -1);
    if (trace < 0 || depth < 0) {
      return null;
    }
    file.seek(trace + 8);
    if (depth >= file.i4()) {
      return null;
    }
    file.skip((long) depth * file.idSize());
    long frame = frames.getOrDefault(file.id(), -1);
    if (frame < 0) {
      return null;
    }
    file.seek(frame + file.idSize());
    long method = file.id();
    file.skip(file.idSize());
    long source = file.id();
    long owner = classBySerial.getOrDefault(file.i4(), 0);
    int line = file.i4();
    return new String[] {className(owner), text(method) + "(" + text(source) + (line > 0 ? ":" + line : "") + ")"};
  }
}
