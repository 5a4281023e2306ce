using System.Globalization;
using Mlops.Registry.Approvals;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Runs;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

/// <summary>By what a record should be found: derived from its payload, which the log vouches for, and from the entry that left it so.</summary>
internal static class LoggedIndex
{
    /// <summary>By what a record should be found; <see langword="null"/> when its payload can't be read.</summary>
    /// <param name="record">The record, of the digest that the log has.</param>
    /// <param name="at">The time of the entry.</param>
    /// <param name="model">The model that the entry is about.</param>
    /// <param name="version">The version that the entry is about.</param>
    public static RecordIndex? Of(StoredRecord record, DateTimeOffset at, string? model, VersionKey? version)
    {
        try
        {
            return record.Key.Kind switch
            {
                RecordKind.Model => Records.IndexOf(Read<RegisteredModel>(record)),
                RecordKind.Version => Records.IndexOf(Read<ModelVersion>(record)),
                RecordKind.Alias => Records.IndexOf(Read<ModelAlias>(record)),
                RecordKind.Run => Records.IndexOf(Read<Run>(record)),
                RecordKind.Policy => Records.IndexOf(Read<GovernancePolicy>(record), at),
                RecordKind.RiskRegister => Records.IndexOfRiskRegister(record.Key.Id),
                RecordKind.Delegation => Records.IndexOf(Read<Delegation>(record)),
                RecordKind.Tenure => Records.IndexOf(Read<Tenure>(record)),
                RecordKind.Note => Records.IndexOfNote(model, version),
                RecordKind.Checkpoint => Records.IndexOfCheckpoint(
                    long.Parse(record.Key.Id, NumberStyles.None, CultureInfo.InvariantCulture),
                    at
                ),
                _ => RecordIndex.None,
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static T Read<T>(StoredRecord record) => RegistryJson.Deserialize<T>(record.Payload.Span);
}
