using Mlops.Registry.Models;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>Who was active when.</summary>
internal static class Tenures
{
    /// <summary>The active versions of a model, the last changed first.</summary>
    public static async ValueTask<IReadOnlyList<ModelVersion>> ActiveAsync(
        IRegistryReader reader,
        string model,
        CancellationToken cancellationToken
    )
    {
        var page = await reader
            .QueryAsync(
                new RecordQuery(RecordKind.Version)
                {
                    Model = model,
                    Stages = [(int)Stage.Active],
                    Order = RecordOrder.UpdatedDescending,
                    Limit = 1000,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. page.Records.Select(Records.VersionOf)];
    }

    /// <summary>Lets the other active versions of a model make way.</summary>
    public static async ValueTask<IReadOnlyList<VersionKey>> SupersedeAsync(
        Unit unit,
        ModelVersion successor,
        CancellationToken cancellationToken
    )
    {
        var keys = new List<VersionKey>();
        foreach (
            var version in await ActiveAsync(unit.Reader, successor.Key.Model, cancellationToken).ConfigureAwait(false)
        )
        {
            if (version.Key == successor.Key)
            {
                continue;
            }

            await EndAsync(unit, version, cancellationToken).ConfigureAwait(false);
            unit.Step(version.Stage, Stage.Superseded);
            var superseded = version with { Stage = Stage.Superseded, UpdatedAt = unit.Now };
            unit.Put(Records.Version(version.Key), version.Revision, superseded, Records.IndexOf(superseded));
            keys.Add(version.Key);
        }

        await EndAssertedAsync(unit, successor.Key, cancellationToken).ConfigureAwait(false);
        return keys;
    }

    /// <summary>Ends what retroactive registrations asserted of other versions: from now on another is in use.</summary>
    private static async ValueTask EndAssertedAsync(
        Unit unit,
        VersionKey successor,
        CancellationToken cancellationToken
    )
    {
        string? after = null;
        do
        {
            var page = await unit
                .Reader.QueryAsync(
                    new RecordQuery(RecordKind.Tenure)
                    {
                        Model = successor.Model,
                        Alias = Records.ActiveTenure,
                        At = unit.Now,
                        Limit = 1000,
                        After = after,
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var record in page.Records)
            {
                var tenure = RegistryJson.Deserialize<Tenure>(record.Payload.Span);
                if (tenure is { Asserted: true, To: null } && tenure.Version != successor)
                {
                    End(unit, record.Key, tenure, record.Revision);
                }
            }

            after = page.Next;
        } while (after is not null);
    }

    /// <summary>Begins a time of being active.</summary>
    public static ModelVersion Begin(Unit unit, ModelVersion version)
    {
        var active = version with
        {
            Stage = Stage.Active,
            ActivatedAt = unit.Now,
            Activations = version.Activations + 1,
        };
        var tenure = new Tenure(version.Key, null, unit.Now, null, unit.Index, null);
        unit.Put(Records.ActiveTenureOf(version.Key, active.Activations), 0, tenure, Records.IndexOf(tenure));
        return active;
    }

    /// <summary>Ends the time of being active, if one lasts: the proven one, or the one that a retroactive registration asserted.</summary>
    public static async ValueTask EndAsync(Unit unit, ModelVersion version, CancellationToken cancellationToken)
    {
        var key = Records.ActiveTenureOf(version.Key, version.Activations);
        var (tenure, revision) = await unit.FindAsync<Tenure>(key, cancellationToken).ConfigureAwait(false);
        if (tenure is { To: null })
        {
            End(unit, key, tenure, revision);
        }
    }

    /// <summary>Ends a tenure.</summary>
    public static void End(Unit unit, RecordKey key, Tenure tenure, long revision)
    {
        // The clocks of two hosts differ; no tenure ends before it began.
        var to = unit.Now > tenure.From ? unit.Now : tenure.From;
        var ended = tenure with { To = to, ToEntry = unit.Index };
        unit.Put(key, revision, ended, Records.IndexOf(ended));
    }
}
