namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>How many items each level of a sketch holds before it is compacted: a third fewer with each step down from the top.</summary>
/// <remarks>By whole numbers, c(d + 1) = ⌈2 c(d) / 3⌉, so that every machine has the same.</remarks>
internal sealed class KllCapacities
{
    /// <summary>More levels than 2^63 - 1 values can fill.</summary>
    internal const int MaximumHeight = 62;

    private const int LeastCapacity = 4;
    private readonly int[] _atDepth = new int[MaximumHeight + 1];
    private readonly int[] _toDepth = new int[MaximumHeight + 1];
    private readonly int _leastBase;

    internal KllCapacities(int size)
    {
        _leastBase = size / 4;
        _atDepth[0] = size;
        _toDepth[0] = 0;
        for (var depth = 1; depth <= MaximumHeight; depth++)
        {
            _atDepth[depth] = Math.Max(LeastCapacity, ((2 * _atDepth[depth - 1]) + 2) / 3);
            _toDepth[depth] = _toDepth[depth - 1] + _atDepth[depth - 1];
        }
    }

    /// <summary>The capacity of a level above the base in a sketch of so many levels.</summary>
    internal int Level(int level, int height) => _atDepth[height - 1 - level];

    /// <summary>The capacity of the base, where values arrive: never so small that sorting it does not pay.</summary>
    internal int Base(int height) => Math.Max(_leastBase, _atDepth[height - 1]);

    /// <summary>The capacities of all levels above the base together.</summary>
    internal int AboveBase(int height) => _toDepth[height - 1];
}
