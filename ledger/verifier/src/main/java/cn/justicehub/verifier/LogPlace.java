package cn.justicehub.verifier;

import cn.justicehub.ledger.log.LogSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A log with its surroundings. */
interface LogPlace extends LogSource {

    /** The file {@code keyring} beside the log's generations; read as {@link #read} reads. */
    byte @Nullable [] keyring(int most) throws IOException;
}
