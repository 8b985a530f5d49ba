package cn.justicehub.hub.definitions;

import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.connectors.agency.AgencyLoader;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.security.ClientSync;
import cn.justicehub.hub.start.HubProperties;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the definitions in force at start. */
@Configuration(proxyBeanMethods = false)
class DefinitionConfiguration {

    @Bean
    ClockKeeper clockKeeper(DefinitionSettings settings) {
        return new ClockKeeper(new StatutoryClock(CalendarFiles.load(settings.calendar())));
    }

    @Bean
    ExchangeTypeLoader exchangeTypeLoader(BusinessClock businessClock) {
        return new ExchangeTypeLoader(businessClock.toClock());
    }

    @Bean
    AgencyLoader agencyLoader(HubProperties hub) {
        return new AgencyLoader(hub.sandbox());
    }

    @Bean
    FolderReader folderReader(
            DefinitionSettings settings,
            AgencyFolders agencies,
            ExchangeTypeLoader typeLoader,
            AgencyLoader agencyLoader) {
        return () -> Folders.read(typeLoader, agencyLoader, settings.exchanges(), agencies.directory());
    }

    @Bean
    DefinitionsInForce definitionsInForce(
            DefinitionTable table,
            Activation activation,
            DefinitionSettings settings,
            FolderReader folders,
            ExchangeTypeLoader typeLoader,
            AgencyLoader agencyLoader,
            ClientSync clients,
            PlatformTransactionManager transactions,
            DataSource dataSource) {
        ActiveCatalogue catalogue = new ActiveCatalogue(table, typeLoader, agencyLoader);
        Follower follower = new Follower(table, catalogue, clients, new TransactionTemplate(transactions));
        StartUp start = new StartUp(table, activation, catalogue, follower, settings.replace());
        Folders.Reading reading = folders.read();
        new StartLock(dataSource).within(() -> start.run(reading));
        return new DefinitionsInForce(catalogue, follower);
    }

    /** What is in force, and what keeps it so: both only once the start has decided. */
    record DefinitionsInForce(ActiveCatalogue active, Follower follower) {}

    @Bean
    Catalogue catalogue(DefinitionsInForce definitions) {
        return definitions.active();
    }

    @Bean
    Follower follower(DefinitionsInForce definitions) {
        return definitions.follower();
    }
}
