namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>How the blocks of a series are drawn.</summary>
public enum BlockKind
{
    /// <summary>Blocks of geometric length, the series closed to a ring: the replicate of a stationary series is stationary (Politis and Romano 1994).</summary>
    Stationary = 0,

    /// <summary>Blocks of one length, the series closed to a ring: every value is drawn as often (Politis and Romano 1992).</summary>
    Circular,

    /// <summary>Blocks of one length within the series: the values near its ends are drawn less often (Künsch 1989).</summary>
    Moving,
}
