using Mlops.Storage.GroupCommit;
using Mlops.Storage.Migrations;

namespace Mlops.Registry.Stores.Relational;

/// <summary>How a <see cref="RelationalRegistryStore"/> starts, commits and ends.</summary>
public sealed record RelationalRegistryStoreOptions
{
    /// <summary>What the start does about pending migrations.</summary>
    /// <value>By default <see cref="StartupMode.Apply"/>.</value>
    public StartupMode Startup { get; init; } = StartupMode.Apply;

    /// <summary>How many commits share a transaction.</summary>
    /// <value>By default the defaults of <see cref="GroupCommitOptions"/>.</value>
    public GroupCommitOptions GroupCommit { get; init; } = new();

    /// <summary>Whether the database stays open when the store is disposed, because somebody else uses and disposes it.</summary>
    /// <value>By default false: the store disposes it.</value>
    public bool LeavesDatabaseOpen { get; init; }

    /// <summary>The clock of the notes on migrations.</summary>
    /// <value>By default the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
