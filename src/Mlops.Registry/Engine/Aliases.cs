using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Engine;

/// <summary>Moves aliases by compare-and-set, and keeps who was behind each when.</summary>
internal static class Aliases
{
    /// <summary>Points an alias to a version.</summary>
    /// <param name="unit">The unit of work.</param>
    /// <param name="options">Which aliases are protected.</param>
    /// <param name="target">The version; <see langword="null"/> to remove the alias.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="expectedRevision">The revision that the caller saw; <see langword="null"/> to move it whatever it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<ModelAlias> MoveAsync(
        Unit unit,
        ModelRegistryOptions options,
        ModelVersion target,
        string alias,
        long? expectedRevision,
        CancellationToken cancellationToken
    )
    {
        ThrowIfNotATarget(options, target, alias);
        return await PutAsync(unit, target.Key.Model, alias, target.Key.Number, expectedRevision, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Removes an alias: it stays as a record without a version, so that its revision goes on.</summary>
    public static async ValueTask RemoveAsync(
        Unit unit,
        string model,
        string alias,
        long expectedRevision,
        CancellationToken cancellationToken
    )
    {
        var (found, _) = await unit.FindAsync<ModelAlias>(Records.Alias(model, alias), cancellationToken)
            .ConfigureAwait(false);
        if (found is null or { Number: 0 })
        {
            throw new RegistryNotFoundException($"Model '{model}' has no alias '{alias}'.");
        }

        await PutAsync(unit, model, alias, 0, expectedRevision, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<ModelAlias> PutAsync(
        Unit unit,
        string model,
        string alias,
        int number,
        long? expectedRevision,
        CancellationToken cancellationToken
    )
    {
        var key = Records.Alias(model, alias);
        var (found, revision) = await unit.FindAsync<ModelAlias>(key, cancellationToken).ConfigureAwait(false);
        // Who saw no alias could not see the revision that a removed one goes on from.
        var isUnseen = expectedRevision == 0 && found is { Number: 0 };
        if (expectedRevision is { } expected && expected != revision && !isUnseen)
        {
            throw Conflict(model, alias, found, revision, expected);
        }

        if (found is { Number: > 0 })
        {
            var held = Records.AliasTenure(model, alias, revision);
            var (tenure, tenureRevision) = await unit.GetAsync<Tenure>(held, $"tenure '{held.Id}'", cancellationToken)
                .ConfigureAwait(false);
            Tenures.End(unit, held, tenure, tenureRevision);
        }

        var moved = new ModelAlias(model, alias, number, unit.Caller.Id, unit.Now);
        unit.Put(key, revision, moved, Records.IndexOf(moved));
        if (number > 0)
        {
            var tenure = new Tenure(new VersionKey(model, number), alias, unit.Now, null, unit.Index, null);
            unit.Put(Records.AliasTenure(model, alias, revision + 1), 0, tenure, Records.IndexOf(tenure));
        }

        unit.Detail("alias", alias);
        unit.Detail("alias-from", FormattableString.Invariant($"{found?.Number ?? 0}"));
        unit.Detail("alias-to", FormattableString.Invariant($"{number}"));
        return moved with { Revision = revision + 1 };
    }

    private static RegistryConflictException Conflict(
        string model,
        string alias,
        ModelAlias? found,
        long revision,
        long expected
    ) =>
        found is null
            ? new RegistryConflictException(
                FormattableString.Invariant(
                    $"Alias '{alias}' of '{model}' does not exist yet, and revision {expected} was expected: pass 0 to make it."
                )
            )
            : new RegistryConflictException(
                FormattableString.Invariant(
                    $"Alias '{alias}' of '{model}' is at revision {revision}, and revision {expected} was expected: {found.MovedBy} moved it to {(found.Number == 0 ? "nothing" : $"version {found.Number}")} at {found.MovedAt:u}."
                ),
                found.MovedBy,
                found.MovedAt,
                revision
            );

    private static void ThrowIfNotATarget(ModelRegistryOptions options, ModelVersion target, string alias)
    {
        if (target.Stage is Stage.Draft or Stage.Rejected or Stage.Retired)
        {
            throw new InvalidTransitionException($"{target.Key} is {target.Stage}: no alias may point to it.");
        }

        if (options.ProtectedAliases.Contains(alias) && target.Stage != Stage.Active)
        {
            throw new InvalidTransitionException(
                $"Alias '{alias}' is protected and may point to active versions only; {target.Key} is {target.Stage}."
            );
        }
    }
}
