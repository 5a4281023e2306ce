using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;

namespace Mlops.Registry;

public partial interface IModelRegistry
{
    /// <summary>Moves a version to another stage.</summary>
    /// <param name="version">The version.</param>
    /// <param name="request">The step.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <remarks>Reviews, approvals, rejections and rollbacks have operations of their own; so this takes the steps to Registered, Staged, Active, Suspended and Retired, and from Staged back to Approved.</remarks>
    /// <exception cref="InvalidTransitionException">There is no such step.</exception>
    /// <exception cref="PolicyRefusedException">An enforced rule is not met.</exception>
    /// <exception cref="RegistryConflictException">It has changed since the caller saw it.</exception>
    Task<TransitionResult> TransitionAsync(
        VersionKey version,
        TransitionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Asks what the policy would say about a step, and takes none.</summary>
    /// <param name="version">The version.</param>
    /// <param name="to">The stage to go to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<PolicyDecision> CheckAsync(VersionKey version, Stage to, CancellationToken cancellationToken = default);

    /// <summary>Leaves the active version and makes the last one before it active whose approval still stands, in one commit.</summary>
    /// <param name="model">The model.</param>
    /// <param name="request">The rollback.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="InvalidTransitionException">No version is active, or none can be rolled back to; the message says why for each.</exception>
    Task<RollbackResult> RollBackAsync(
        string model,
        RollbackRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Points an alias to a version, if it has not been moved in between.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="number">The version's number.</param>
    /// <param name="expectedRevision">The revision that the caller saw; 0 when there is no such alias, or no longer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="RegistryConflictException">Somebody moved it in between; the exception says who and when.</exception>
    Task<ModelAlias> MoveAliasAsync(
        string model,
        string alias,
        int number,
        long expectedRevision,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Removes an alias, if it has not been moved in between.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="expectedRevision">The revision that the caller saw.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="RegistryConflictException">Somebody moved it in between; the exception says who and when.</exception>
    Task RemoveAliasAsync(
        string model,
        string alias,
        long expectedRevision,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads an alias.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ModelAlias> GetAliasAsync(string model, string alias, CancellationToken cancellationToken = default);

    /// <summary>Reads an alias that may not be there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The alias; <see langword="null"/> when there is none: then a move expects revision 0.</returns>
    Task<ModelAlias?> FindAliasAsync(string model, string alias, CancellationToken cancellationToken = default);

    /// <summary>Lists a model's aliases, by name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<ModelAlias>> ListAliasesAsync(string model, CancellationToken cancellationToken = default);

    /// <summary>Reads the version to which an alias points.</summary>
    /// <param name="model">The model.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ModelVersion> GetByAliasAsync(string model, string alias, CancellationToken cancellationToken = default);

    /// <summary>Tells what was live at a time: the active versions, or the version to which an alias pointed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="at">The time, in UTC.</param>
    /// <param name="alias">The alias; the stage Active when left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tenures that hold at that time, each with the index of the entry that proves it.</returns>
    Task<IReadOnlyList<Tenure>> WhatWasLiveAsync(
        string model,
        DateTimeOffset at,
        string? alias = null,
        CancellationToken cancellationToken = default
    );
}
