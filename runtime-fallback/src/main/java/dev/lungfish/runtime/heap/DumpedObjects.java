package dev.lungfish.runtime.heap;

import dev.lungfish.runtime.heap.HeapDump.DumpedClass;
import dev.lungfish.runtime.heap.HeapDump.DumpedField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads single objects of an indexed dump: their class and their references. Not thread-safe. */
final class DumpedObjects {
  /** Takes one reference. Field names are looked up only by who asks. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param target what is referred to, not 0
     * @param field the field that refers to it, or null for an element
     * @param index the number of the element, or -1
     * @return false to get no more
     */
    boolean reference(long target, DumpedField field, int index) throws IOException;
  }

  /** The reference fields of a class's instances and where they stand. */
  private record Layout(List<DumpedField> fields, int[] offsets) {}

  private static final int LONGEST_NAME = 200;

  private final HeapDump dump;
  private final DumpFile file;
  private final List<Layout> layouts = new ArrayList<>();
  /** For each class met where its layout stands. */
  private final LongMap layoutOfClass = new LongMap();
  private long lastType;
  private Layout lastLayout;
  private final Map<Long, String> classNames = new HashMap<>();

  DumpedObjects(HeapDump dump) {
    this.dump = dump;
    this.file = dump.file();
  }

  /** The class of an object; the object itself for a class; 0 for a primitive array. */
  long classOf(long object) throws IOException {
    long at = dump.objects().getOrDefault(object, -1);
    if (at < 0) {
      return dump.classes().containsKey(object) ? object : 0;
    }
    file.seek(at);
    int tag = file.u1();
    file.skip(file.idSize() + 4L);
    switch (tag) {
      case HeapDump.INSTANCE:
        return file.id();
      case HeapDump.OBJECT_ARRAY:
        file.skip(4);
        return file.id();
      default:
        return 0;
    }
  }

  /** "java.lang.Class" for classes, "[]" for primitive arrays. */
  String classNameOf(long object) throws IOException {
    long type = classOf(object);
    if (type == object) {
      return "java.lang.Class";
    }
    return type == 0 ? "[]" : nameOfClass(type);
  }

  String nameOfClass(long classId) throws IOException {
    String known = classNames.get(classId);
    if (known == null) {
      known = dump.className(classId);
      classNames.put(classId, known);
    }
    return known;
  }

  /** Passes on what an object refers to: static fields of a class, fields, or elements. */
  void references(long object, Sink sink) throws IOException {
    references(object, dump.objects().getOrDefault(object, HeapDump.NOWHERE), sink);
  }

  /** The same, where it is known at which byte the object lies. */
  void references(long object, long at, Sink sink) throws IOException {
    if (at < 0) {
      DumpedClass type = dump.classes().get(object);
      if (type != null) {
        for (DumpedField field : type.statics()) {
          if (field.target() != 0 && !sink.reference(field.target(), field, -1)) {
            return;
          }
        }
      }
      return;
    }
    file.seek(at);
    int tag = file.u1();
    file.skip(file.idSize() + 4L);
    if (tag == HeapDump.INSTANCE) {
      long type = file.id();
      file.skip(4);
      fields(type, file.position(), sink);
    } else if (tag == HeapDump.OBJECT_ARRAY) {
      int length = file.i4();
      file.skip(file.idSize());
      elements(length, file.position(), sink);
    }
  }

  private void elements(int length, long start, Sink sink) throws IOException {
    for (int i = 0; i < length; i++) {
      file.seek(start + (long) i * file.idSize());
      long target = file.id();
      if (target != 0 && !sink.reference(target, null, i)) {
        return;
      }
    }
  }

  private void fields(long type, long start, Sink sink) throws IOException {
    Layout layout = layout(type);
    for (int i = 0; i < layout.offsets().length; i++) {
      file.seek(start + layout.offsets()[i]);
      long target = file.id();
      if (target != 0 && !sink.reference(target, layout.fields().get(i), -1)) {
        return;
      }
    }
  }

  private Layout layout(long type) throws IOException {
    if (type != lastType) {
      long at = layoutOfClass.getOrDefault(type, -1);
      lastLayout = at >= 0 ? layouts.get((int) at) : newLayout(type);
      lastType = type;
      if (at < 0) {
        layoutOfClass.put(type, layouts.size());
        layouts.add(lastLayout);
      }
    }
    return lastLayout;
  }

  /** The reference fields of an instance in the order of the dump: of the class first, then of its ancestors. */
  private Layout newLayout(long type) throws IOException {
    List<DumpedField> references = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    int at = 0;
    for (DumpedClass each = dump.classes().get(type); each != null; each = dump.classes().get(each.superId())) {
      for (DumpedField field : each.fields()) {
        if (field.type() == HeapDump.OBJECT) {
          references.add(field);
          offsets.add(at);
        }
        at += dump.sizeOf(field.type());
      }
    }
    return new Layout(references, offsets.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The object in a field of the given name, or 0. */
  long field(long object, String name) throws IOException {
    long[] found = {0};
    references(object, (target, field, index) -> {
      if (field != null && name.equals(dump.text(field.nameId()))) {
        found[0] = target;
        return false;
      }
      return true;
    });
    return found[0];
  }

  /** The characters of a string object; names of threads are Latin-1 or UTF-16 as the JVM keeps them. */
  String string(long object) throws IOException {
    long value = object == 0 ? 0 : field(object, "value");
    long at = dump.objects().getOrDefault(value, -1);
    if (at < 0) {
      return "?";
    }
    file.seek(at + 1 + file.idSize() + 4);
    int length = Math.min(file.i4(), LONGEST_NAME);
    file.skip(1);
    byte[] bytes = file.bytes(length);
    boolean wide = bytes.length > 1 && bytes[1] == 0;
    return new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
  }
}
