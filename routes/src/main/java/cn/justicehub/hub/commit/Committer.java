package cn.justicehub.hub.commit;

import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of leaves and exchange state. Entries queue by sender; a group of them is one transaction under the
 * head lock, and no receipt leaves before that is committed and the head noted outside the database.
 */
public final class Committer implements Submissions, LogStanding, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final DataSource dataSource;
    private final BusinessClock clock;
    private final HeadSigner signer;
    private final HeadRow headRow;
    private final HeadFile headFile;
    private final DurabilityProbe durability;
    private final CommitQueue queue;
    private final CommitSettings settings;
    private final CommitMetrics metrics;
    private final Thread worker;
    private volatile boolean closed;
    private volatile long lookedAt = System.nanoTime();
    private volatile @Nullable NotAccepting notAccepting;

    Committer(
            DataSource dataSource,
            BusinessClock clock,
            HeadSigner signer,
            HeadRow headRow,
            HeadFile headFile,
            DurabilityProbe durability,
            CommitSettings settings,
            CommitMetrics metrics) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.signer = signer;
        this.headRow = headRow;
        this.headFile = headFile;
        this.durability = durability;
        this.queue = new CommitQueue(settings.queue(), settings.linger());
        this.settings = settings;
        this.metrics = metrics;
        metrics.watch(queue::size);
        this.worker = new Thread(this::work, "committer");
        this.worker.start();
    }

    @Override
    public CompletableFuture<CommitResult> submit(Entry entry) {
        return enqueue(entry, false);
    }

    @Override
    public CompletableFuture<CommitResult> submitOwn(Entry entry) {
        return enqueue(entry, true);
    }

    private CompletableFuture<CommitResult> enqueue(Entry entry, boolean patient) {
        CompletableFuture<CommitResult> result = new CompletableFuture<>();
        if (closed) {
            throw Refusal.unavailable("枢纽正在停机，请稍后重试", "the hub is shutting down", RETRY);
        }
        if (!queue.offer(new CommitQueue.Waiting(entry, result, patient))) {
            throw Refusal.unavailable("本机构待受理报文过多，请稍后重试", "too many messages of this agency are waiting", RETRY);
        }
        return result;
    }

    /**
     * Looks at the head while nobody asks for a commit: a database that went back is known before a message comes, one
     * that is well again is known too, and a head that was committed when this replica died before noting it is noted.
     */
    void look() {
        lookedAt = System.nanoTime();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                durability.of(connection);
                Head head = headRow.lock(connection);
                if (!headFile.sound() || !headFile.covers(head)) {
                    GroupTransaction.commit(
                            connection); // what another replica committed may not have reached the standby
                    note(head);
                }
                if (notAccepting instanceof DatabaseFull) {
                    RoomProbe.check(connection);
                }
                notAccepting = null;
            } finally {
                Failures.rollback(connection);
            }
        } catch (NotAccepting e) {
            noteNotAccepting(e);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the head could not be looked at: {}", Failures.describe(e));
        }
    }

    @Override
    public boolean noted(EntryId entry) {
        Head seen = headFile.last();
        boolean later = seen != null && seen.generation() > entry.generation();
        return later || (seen != null && seen.generation() == entry.generation() && seen.size() > entry.index());
    }

    @Override
    public @Nullable NotAccepting notAccepting() {
        return notAccepting;
    }

    public int waiting() {
        return queue.size();
    }

    private void work() {
        try {
            while (!closed || queue.size() > 0) {
                List<CommitQueue.Waiting> group = queue.take(settings.group(), settings.share(), 200);
                if (!group.isEmpty()) {
                    commitSafely(group);
                } else if (System.nanoTime() - lookedAt > LOOK_NANOS) {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one writer must outlive whatever a group does to it. */
    private void commitSafely(List<CommitQueue.Waiting> group) {
        try {
            commit(group);
        } catch (Error e) {
            LOG.error(
                    "group of {} not committed: {}", group.size(), e.getClass().getName());
            group.forEach(Committer::unavailable);
        }
    }

    private void commit(List<CommitQueue.Waiting> group) {
        long started = System.nanoTime();
        try {
            complete(group, transact(group));
        } catch (UnknownOutcome e) {
            LOG.error("outcome of COMMIT unknown for {} entries: {}", group.size(), e.getMessage());
            group.forEach(Committer::unavailable);
        } catch (NotAccepting e) {
            noteNotAccepting(e);
            group.forEach(waiting -> refuse(waiting, e));
        } catch (SQLException | RuntimeException e) {
            rerun(group, e);
        } finally {
            metrics.group(group.size(), System.nanoTime() - started);
        }
    }

    /** One bad row must fail alone: the group is run again one by one. */
    private void rerun(List<CommitQueue.Waiting> group, Exception cause) {
        LOG.warn("group of {} not committed: {}", group.size(), Failures.describe(cause));
        if (Failures.isFull(cause)) {
            DatabaseFull full = new DatabaseFull();
            noteNotAccepting(full);
            group.forEach(waiting -> refuse(waiting, full));
            return;
        }
        if (group.size() == 1 || Failures.isOutage(cause)) {
            group.forEach(Committer::unavailable);
            return;
        }
        for (CommitQueue.Waiting waiting : group) {
            commit(List.of(waiting));
        }
    }

    private GroupTransaction.Outcome transact(List<CommitQueue.Waiting> group) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        group.forEach(waiting -> entries.add(waiting.entry()));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!headFile.sound()) {
                    noteFound(connection, headRow.lock(connection)); // before anything more is committed
                }
                String promise = durability.of(connection);
                GroupTransaction.Outcome outcome =
                        GroupTransaction.run(connection, headRow, signer, promise, clock, entries);
                note(outcome.head());
                notAccepting = null;
                return outcome;
            } finally {
                Failures.rollback(connection);
            }
        }
    }

    /** Notes a head that others may have committed: first it has to have reached the standby, where there is one. */
    private void noteFound(Connection connection, Head head) throws SQLException {
        GroupTransaction.commit(connection);
        note(head);
    }

    private void note(Head head) {
        try {
            headFile.note(head);
        } catch (IOException e) {
            LOG.warn("the head could not be noted: {}", Failures.describe(e));
            throw new HeadNotNoted();
        }
    }

    private void noteNotAccepting(NotAccepting reason) {
        if (notAccepting == null) {
            LOG.error("stopped accepting: {}", reason.getMessage());
        }
        notAccepting = reason;
    }

    private static void complete(List<CommitQueue.Waiting> group, GroupTransaction.Outcome outcome) {
        for (int i = 0; i < group.size(); i++) {
            group.get(i).result().complete(outcome.results().get(i));
        }
    }

    private static void refuse(CommitQueue.Waiting waiting, NotAccepting reason) {
        waiting.result()
                .complete(new CommitResult.Refused(
                        Refusal.unavailable(reason.messageZh(), String.valueOf(reason.getMessage()), RETRY)));
    }

    private static void unavailable(CommitQueue.Waiting waiting) {
        waiting.result()
                .complete(new CommitResult.Refused(Refusal.unavailable(
                        "暂时无法受理，请用同一报文编号重试", "not accepted now; repeat with the same messageId", RETRY)));
    }

    /** Takes nothing new, commits what waits, and stops. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        worker.join(Duration.ofSeconds(20).toMillis());
    }
}
