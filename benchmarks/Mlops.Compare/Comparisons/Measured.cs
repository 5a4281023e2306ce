namespace Mlops.Compare.Comparisons;

/// <summary>One row of the table, as measured.</summary>
internal sealed record Measured
{
    public required Comparison Comparison { get; init; }

    /// <summary>The rows of a side.</summary>
    public required int Rows { get; init; }

    /// <summary>Ours, the median.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>What a call allocates on all threads.</summary>
    public required double AllocatedBytes { get; init; }

    /// <summary>Theirs, the median; <see langword="null"/> where there is none.</summary>
    public double? PeerMilliseconds { get; init; }

    /// <summary>Why there is no measurement of theirs, or where its number is from; empty where it was measured.</summary>
    public string PeerNote { get; init; } = "";

    /// <summary>What the machine needs at least, by the best of this run.</summary>
    public double LimitMilliseconds { get; init; }

    /// <summary>Whether both results are the same number; <see langword="null"/> where there is one alone.</summary>
    public bool? Agrees { get; init; }
}
