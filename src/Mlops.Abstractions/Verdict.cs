namespace Mlops;

/// <summary>The answer to a question of size: is it surely within the bound, surely beyond it, or can't the data tell?</summary>
/// <remarks>
/// The default value is <see cref="Inconclusive"/>: a verdict nobody has reached never counts as a pass.
/// The same three words serve drift against a tolerated change, metrics against thresholds, groups against parity and
/// challengers against champions.
/// </remarks>
public enum Verdict
{
    /// <summary>The data can't tell. It is not a pass: more rows, or a wider bound, would settle it.</summary>
    Inconclusive = 0,

    /// <summary>Surely within the bound, at the stated error rate.</summary>
    Pass = 1,

    /// <summary>Surely beyond the bound, at the stated error rate, or structurally broken.</summary>
    Fail = 2,
}
