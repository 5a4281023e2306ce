using System.Text.Json.Serialization;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;

namespace Mlops.Registry.Runs;

/// <summary>A training or evaluation run: what went in, with which seed, where, and what was measured.</summary>
/// <remarks>It is recorded once, when it has ended, and never changed.</remarks>
public sealed record Run
{
    /// <summary>Its id: chosen by the caller, unique in the registry (<see cref="RegistryName"/>'s grammar of models).</summary>
    public required string Id { get; init; }

    /// <summary>The model it belongs to.</summary>
    public required string Model { get; init; }

    /// <summary>When it began, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The parameters, as text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The metrics by name, each a series of steps in ascending order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<MetricPoint>> Metrics { get; init; } =
        new Dictionary<string, IReadOnlyList<MetricPoint>>();

    /// <summary>The data it read, by digest.</summary>
    public IReadOnlyList<DataSetReference> DataSets { get; init; } = [];

    /// <summary>The seed of all randomness; <see langword="null"/> when there was none.</summary>
    [JsonConverter(typeof(ExactIntegerConverter))]
    public long? Seed { get; init; }

    /// <summary>The code it ran.</summary>
    public CodeReference? Code { get; init; }

    /// <summary>Where it ran: runtime, operating system, hardware, versions of packages.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Who recorded it; the registry fills it in.</summary>
    public string RecordedBy { get; init; } = "";

    /// <summary>The revision of the record: 1.</summary>
    [JsonIgnore]
    public long Revision { get; init; }
}
