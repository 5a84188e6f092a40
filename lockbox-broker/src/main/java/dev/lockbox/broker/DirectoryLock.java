package dev.lockbox.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data directory to one opener at a time, in this JVM and among processes. The operating
 * system drops the lock with the process, however it ends; the file stays and means nothing alone.
 */
public final class DirectoryLock implements AutoCloseable {

  private static final String FILE = "lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks {@code directory}, created when missing.
   *
   * @throws DirectoryInUse when somebody else has it, naming the process where it is known
   */
  public static DirectoryLock of(Path directory) {
    try {
      Files.createDirectories(directory);
      var channel = FileChannel.open(directory.resolve(FILE), CREATE, READ, WRITE);
      if (tryLock(channel) == null) {
        var holder = holder(directory);
        channel.close();
        throw new DirectoryInUse(directory, holder);
      }
      leaveName(channel);
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock data directory " + directory, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give up the lock of a data directory", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisJvm) {
      return null;
    }
  }

  private static void leaveName(FileChannel channel) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid()).getBytes(UTF_8)));
  }

  private static String holder(Path directory) throws IOException {
    var name = Files.readString(directory.resolve(FILE), UTF_8);
    return name.isBlank() ? "another process" : name;
  }
}
