package dev.lungfish.runtime.heap;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Random access to the bytes of a dump, through mapped windows. The reader moves a position; the longs
 * and ints of the format are big-endian.
 *
 * <p>Not thread-safe.
 */
final class DumpFile implements Closeable {
  private static final int WINDOW_BITS = 28;
  private static final int WINDOW = 1 << WINDOW_BITS;
  /** Windows overlap by the longest single value, so that none is ever split. */
  private static final int OVERLAP = 8;

  private final FileChannel channel;
  private final ByteBuffer[] windows;
  private final long size;
  private long position;
  private int idSize = Long.BYTES;

  DumpFile(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.READ);
    size = channel.size();
    windows = new ByteBuffer[(int) (size >>> WINDOW_BITS) + 1];
  }

  long size() {
    return size;
  }

  long position() {
    return position;
  }

  void seek(long newPosition) {
    position = newPosition;
  }

  void skip(long bytes) {
    position += bytes;
  }

  void idSize(int bytes) {
    idSize = bytes;
  }

  int idSize() {
    return idSize;
  }

  int u1() throws IOException {
    int value = window().get(offset()) & 0xff;
    position += 1;
    return value;
  }

  int u2() throws IOException {
    int value = window().getShort(offset()) & 0xffff;
    position += 2;
    return value;
  }

  int i4() throws IOException {
    int value = window().getInt(offset());
    position += 4;
    return value;
  }

  long id() throws IOException {
    long value = idSize == Long.BYTES ? window().getLong(offset()) : window().getInt(offset()) & 0xffffffffL;
    position += idSize;
    return value;
  }

  String text(int length) throws IOException {
    byte[] bytes = bytes(length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) u1();
    }
    return bytes;
  }

  private int offset() {
    return (int) (position & WINDOW - 1);
  }

  private ByteBuffer window() throws IOException {
    if (position >= size) {
      throw new IOException("the heap dump ends at byte " + size + ", within a record");
    }
    int index = (int) (position >>> WINDOW_BITS);
    ByteBuffer window = windows[index];
    if (window == null) {
      long start = (long) index << WINDOW_BITS;
      window = channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(WINDOW + OVERLAP, size - start));
      windows[index] = window;
    }
    return window;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
