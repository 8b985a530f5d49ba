package cn.justicehub.hub.commit;

import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.keys.HubKeys;
import cn.justicehub.hub.keys.LogKeys;
import cn.justicehub.hub.start.DataDirectory;
import cn.justicehub.hub.time.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the committer together. */
@Configuration(proxyBeanMethods = false)
class CommitConfiguration {

    @Bean
    InstantSource realTime() {
        return InstantSource.system();
    }

    /** Real time, unless whoever starts the hub brings a clock: a demo or a test. */
    @Bean
    @ConditionalOnMissingBean
    BusinessClock businessClock() {
        return BusinessClock.system();
    }

    @Bean
    ExchangeKeys exchangeKeys(JdbcTemplate jdbc, MasterKey master) {
        return new ExchangeKeys(jdbc, master);
    }

    @Bean
    SystemExchange systemExchange(ExchangeKeys keys) {
        return new SystemExchange(keys);
    }

    @Bean
    RecordPreparation recordPreparation(IndexKey indexKey) {
        return new RecordPreparation(indexKey);
    }

    @Bean(destroyMethod = "close")
    HeadFile headFile(DataDirectory data) {
        return new HeadFile(data.resolve("state/head"));
    }

    /** Depends on Flyway, so that the tables are there. */
    @Bean(destroyMethod = "close")
    Committer committer(
            Flyway migrated,
            @Qualifier("commits") DataSource dataSource,
            JdbcTemplate jdbc,
            BusinessClock clock,
            HubKeys hubKeys,
            HeadFile headFile,
            InstantSource realTime,
            CommitSettings settings,
            MeterRegistry registry) {
        LogKeys keys = hubKeys.log();
        HeadSigner signer = new NoteHeadSigner(keys);
        new LogOpening(jdbc, keys, signer, clock).open();
        HeadRow headRow = new HeadRow(new HeadGuard(headFile), realTime);
        Committer committer = new Committer(
                dataSource,
                clock,
                signer,
                headRow,
                headFile,
                new DurabilityProbe(),
                settings,
                new CommitMetrics(registry));
        committer.look();
        return committer;
    }
}
