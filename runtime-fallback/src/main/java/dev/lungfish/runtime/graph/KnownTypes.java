package dev.lungfish.runtime.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of platform types, read from {@code known-types.tsv}, and the immutable containers of
 * the platform, recognised by the classes of samples and not by name.
 *
 * <p>Thread-safe: immutable after construction.
 */
final class KnownTypes {
  /** One row of the table. */
  record Row(String type, String match, Kind kind, String reason, String hint) {}

  private static final String TABLE = "known-types.tsv";
  private static final String RUNTIME = "dev.lungfish.runtime.";
  private static final Set<String> HANDLES =
      Set.of(RUNTIME + "Region", RUNTIME + "Child", RUNTIME + "Borrow", RUNTIME + "Acquired");
  private static final Row SHELL = new Row("", "exact", Kind.SHELL, "immutable container", "");
  private static final Row HANDLE = new Row("", "exact", Kind.HANDLE, "a handle of a region", "");
  private static final Row PLATFORM_ENUM = new Row("", "exact", Kind.LEAF, "constant of the platform", "");
  private static final Row UNKNOWN =
      new Row("", "exact", Kind.MUTABLE, "not known to be immutable", "register it with Freezer.shared(..) or Freezer.by(..)");
  private static final KnownTypes INSTANCE = new KnownTypes();

  private final Map<String, Row> exact = new HashMap<>();
  private final List<Map.Entry<Class<?>, Row>> families = new ArrayList<>();
  private final Set<Class<?>> shells;

  private KnownTypes() {
    for (Row row : rows()) {
      if (row.match().equals("exact")) {
        exact.put(row.type(), row);
      } else {
        Class<?> family = findOrNull(row.type());
        if (family != null) {
          families.add(Map.entry(family, row));
        }
      }
    }
    shells = sampleShells();
  }

  static KnownTypes get() {
    return INSTANCE;
  }

  /** What the class is, or null if that is decided by its fields. */
  Row rowOf(Class<?> type) {
    Row row = exact.get(type.getName());
    if (row != null) {
      return row;
    }
    if (shells.contains(type) || isGuavaImmutable(type)) {
      return SHELL;
    }
    if (HANDLES.contains(type.getName())) {
      return HANDLE;
    }
    boolean platform = isPlatform(type);
    for (Map.Entry<Class<?>, Row> family : families) {
      boolean asked = platform || family.getValue().match().equals("subtypes");
      if (asked && family.getKey().isAssignableFrom(type)) {
        return family.getValue();
      }
    }
    if (!platform || type.isRecord() || type.isHidden()) {
      return null;
    }
    return Enum.class.isAssignableFrom(type) ? PLATFORM_ENUM : UNKNOWN;
  }

  static boolean isPlatform(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = KnownTypes.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is missing from the runtime");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(parse(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
    return rows;
  }

  private static Row parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 4 || Arrays.stream(cells).limit(4).anyMatch(String::isBlank)) {
      throw new IllegalStateException(TABLE + ": a row needs name, match, kind and reason: " + line);
    }
    return new Row(cells[0], cells[1], Kind.valueOf(cells[2]), cells[3], cells.length > 4 ? cells[4] : "");
  }

  private static Class<?> findOrNull(String name) {
    try {
      return Class.forName(name, false, KnownTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null; // the running JDK or the program does not have it: the row matches nothing
    }
  }

  private static Set<Class<?>> sampleShells() {
    List<Object> samples =
        new ArrayList<>(
            Arrays.asList(
                List.of(), List.of(1), List.of(1, 2, 3), List.of(1, 2, 3).subList(0, 2),
                Set.of(), Set.of(1), Set.of(1, 2, 3), Map.of(), Map.of(1, 1), Map.of(1, 1, 2, 2),
                Map.entry(1, 1), Stream.of(1).toList(), Stream.of(1, 2, 3).toList(), Optional.of(1),
                Collections.emptyList(), Collections.emptySet(), Collections.emptyMap(),
                Collections.singletonList(1), Collections.singleton(1), Collections.singletonMap(1, 1),
                Collections.nCopies(2, 1), new AbstractMap.SimpleImmutableEntry<>(1, 1)));
    return Set.copyOf(samples.stream().map(Object::getClass).toList());
  }

  private static boolean isGuavaImmutable(Class<?> type) {
    if (!Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type)) {
      return false;
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      String name = each.getName();
      if (name.equals("com.google.common.collect.ImmutableCollection")
          || name.equals("com.google.common.collect.ImmutableMap")) {
        return true;
      }
    }
    return false;
  }
}
