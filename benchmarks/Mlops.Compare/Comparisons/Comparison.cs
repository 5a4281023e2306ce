using Mlops.Compare.Machine;

namespace Mlops.Compare.Comparisons;

/// <summary>A row of the table: a call of ours, what the peer has for it under the same name, and what it has to reach.</summary>
/// <param name="Operation">The name, here and in <c>peer.py</c>.</param>
/// <param name="Requirement">What it has to reach.</param>
/// <param name="Prepare">Makes the data and our call, for so many rows a side.</param>
/// <param name="Limit">What the machine needs at least, in milliseconds.</param>
/// <param name="LimitText">What that limit is made of.</param>
internal sealed record Comparison(
    string Operation,
    Requirement Requirement,
    Func<int, PreparedCall> Prepare,
    Func<MachineLimits, int, double> Limit,
    string LimitText
)
{
    /// <summary>A peer's published time, in milliseconds, where the peer itself can't run beside us; otherwise <see langword="null"/>.</summary>
    public Func<int, double>? Published { get; init; }

    /// <summary>How near, relatively, the two results must be to be of the same calculation.</summary>
    public double SameResult { get; init; } = 1e-9;
}
