package dev.lungfish.runtime.graph;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Reads just enough of a class file to answer whether any method reads a given instance field. */
final class ClassFileScan {
  private static final int GETFIELD = 0xb4;
  private static final int TABLESWITCH = 0xaa;
  private static final int LOOKUPSWITCH = 0xab;
  private static final int WIDE = 0xc4;
  private static final int IINC = 0x84;

  private final DataInputStream in;
  private String[] texts;
  private int[] firsts;
  private int[] seconds;

  ClassFileScan(DataInputStream in) {
    this.in = in;
  }

  /** Whether some method of the class file reads the field; reads the stream to the end of the methods. */
  boolean readsField(String owner, String field) throws IOException {
    in.skipNBytes(8);
    readConstants();
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    skipMembers();
    String internalOwner = owner.replace('.', '/');
    for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
      in.skipNBytes(6);
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        String name = texts[in.readUnsignedShort()];
        int length = in.readInt();
        if ("Code".equals(name)) {
          in.skipNBytes(4);
          byte[] code = in.readNBytes(in.readInt());
          in.skipNBytes(length - 8L - code.length);
          if (reads(code, internalOwner, field)) {
            return true;
          }
        } else {
          in.skipNBytes(length);
        }
      }
    }
    return false;
  }

  private void readConstants() throws IOException {
    int count = in.readUnsignedShort();
    texts = new String[count];
    firsts = new int[count];
    seconds = new int[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 7, 8, 16, 19, 20 -> firsts[i] = in.readUnsignedShort();
        case 9, 10, 11, 12, 17, 18 -> {
          firsts[i] = in.readUnsignedShort();
          seconds[i] = in.readUnsignedShort();
        }
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown constant " + tag);
      }
    }
  }

  private void skipMembers() throws IOException {
    for (int members = in.readUnsignedShort(); members > 0; members--) {
      in.skipNBytes(6);
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.skipNBytes(2);
        in.skipNBytes(in.readInt());
      }
    }
  }

  private boolean reads(byte[] code, String owner, String field) throws IOException {
    for (int at = 0; at < code.length; at += length(code, at)) {
      if ((code[at] & 0xff) == GETFIELD) {
        int reference = u2(code, at + 1);
        String named = texts[firsts[seconds[reference]]];
        if (field.equals(named) && owner.equals(texts[firsts[firsts[reference]]])) {
          return true;
        }
      }
    }
    return false;
  }

  private static int length(byte[] code, int at) throws IOException {
    int op = code[at] & 0xff;
    int aligned = (at + 4) & ~3;
    switch (op) {
      case TABLESWITCH:
        return aligned + 12 + 4 * (s4(code, aligned + 8) - s4(code, aligned + 4) + 1) - at;
      case LOOKUPSWITCH:
        return aligned + 8 + 8 * s4(code, aligned + 4) - at;
      case WIDE:
        return (code[at + 1] & 0xff) == IINC ? 6 : 4;
      default:
        int length = LENGTHS[op];
        if (length == 0) {
          throw new IOException("unknown instruction " + op);
        }
        return length;
    }
  }

  private static int u2(byte[] code, int at) {
    return (code[at] & 0xff) << 8 | code[at + 1] & 0xff;
  }

  private static int s4(byte[] code, int at) {
    return u2(code, at) << 16 | u2(code, at + 2);
  }

  /** Instruction lengths by opcode (JVMS chapter 6); 0 where the length varies or the code is unused. */
  private static final byte[] LENGTHS = new byte[256];

  static {
    Arrays.fill(LENGTHS, 0, 0xca, (byte) 1);
    set(2, 0x10, 0x12, 0xbc, 0xa9);
    setRange(2, 0x15, 0x19);
    setRange(2, 0x36, 0x3a);
    set(3, 0x11, 0x13, 0x14, 0x84, 0xbb, 0xbd, 0xc0, 0xc1, 0xc6, 0xc7);
    setRange(3, 0x99, 0xa8);
    setRange(3, 0xb2, 0xb8);
    set(4, 0xc5);
    set(5, 0xb9, 0xba, 0xc8, 0xc9);
    set(0, TABLESWITCH, LOOKUPSWITCH, WIDE);
  }

  private static void set(int length, int... codes) {
    for (int code : codes) {
      LENGTHS[code] = (byte) length;
    }
  }

  private static void setRange(int length, int first, int last) {
    Arrays.fill(LENGTHS, first, last + 1, (byte) length);
  }
}
