using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Dependence;

/// <summary>How much less rows tell that depend on each other: many rows of one customer, days that follow each other.</summary>
/// <remarks>
/// <para>The shares p_k of K bins have, over blocks that are independent of each other, the variances
/// V_k = C/(C - 1) Σ_c (y_ck - p_k n_c)² / n², where y_ck rows of the n_c in block c are in bin k (the linearised ratio estimator). The design
/// effect is their sum in units of independent rows, D = n Σ_k (V_k / p_k) / (K - 1): the first-order correction of Rao and Scott (1981,
/// 1984), by which chi-square statistics, and effective sizes, are divided. Blocks of one row give n / (n - 1).</para>
/// <para>Blocks of time that are longer than the memory of the series are batch means (Flegal and Jones 2010). Linear in rows and bins.</para>
/// </remarks>
public static class DesignEffect
{
    /// <summary>The design effect of the shares of bins.</summary>
    /// <param name="bins">The bin of each row, from 0; negative for rows without a value, which count for nothing.</param>
    /// <param name="binCount">How many bins there are; those without rows count for nothing.</param>
    /// <param name="blocks">The blocks of these rows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="blocks"/> is null.</exception>
    /// <exception cref="ArgumentException">The blocks are of another number of rows, or a bin is not below <paramref name="binCount"/>.</exception>
    public static DesignEffectResult OfShares(ReadOnlySpan<int> bins, int binCount, RowBlocks blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentOutOfRangeException.ThrowIfNegative(binCount);
        if (blocks.Length != bins.Length)
        {
            throw new ArgumentException(
                $"'{nameof(blocks)}' is of {blocks.Length} rows and '{nameof(bins)}' has {bins.Length}; both must be of the same rows.",
                nameof(blocks)
            );
        }

        var sums = new BlockSums(binCount);
        for (var block = 0; block < blocks.Count; block++)
        {
            sums.Add(bins, blocks.RowsOf(block));
        }

        return sums.Result();
    }

    private sealed class BlockSums(int binCount)
    {
        private readonly int[] _inBlock = new int[binCount];
        private readonly int[] _touched = new int[binCount];
        private readonly long[] _counts = new long[binCount];
        private readonly double[] _squares = new double[binCount];
        private readonly double[] _products = new double[binCount];
        private double _sizes;
        private long _count;
        private int _blocks;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(ReadOnlySpan<int> bins, ReadOnlySpan<int> rows)
        {
            int touched = 0,
                size = 0;
            foreach (var row in rows)
            {
                var bin = bins[row];
                if (bin < 0)
                {
                    continue;
                }

                if (bin >= _inBlock.Length)
                {
                    throw new ArgumentException(
                        $"'{nameof(bins)}' has {bin} at position {row}; there are {_inBlock.Length} bins.",
                        nameof(bins)
                    );
                }

                size++;
                if (_inBlock[bin]++ == 0)
                {
                    _touched[touched++] = bin;
                }
            }

            for (var i = 0; i < touched; i++)
            {
                var bin = _touched[i];
                double count = _inBlock[bin];
                _inBlock[bin] = 0;
                _counts[bin] += (long)count;
                _squares[bin] += count * count;
                _products[bin] += count * size;
            }

            _sizes += (double)size * size;
            _count += size;
            _blocks += size > 0 ? 1 : 0;
        }

        public DesignEffectResult Result()
        {
            double n = _count,
                sum = 0;
            var used = 0;
            for (var bin = 0; bin < _counts.Length; bin++)
            {
                if (_counts[bin] == 0)
                {
                    continue;
                }

                used++;
                var share = _counts[bin] / n;

                // Σ_c (y - p n_c)², multiplied out.
                sum += Math.Max(0, _squares[bin] - (2 * share * _products[bin]) + (share * share * _sizes)) / share;
            }

            var status =
                _count == 0 ? ResultStatus.Empty
                : used < 2 ? ResultStatus.Constant
                : _blocks < 2 ? ResultStatus.TooFewRows
                : ResultStatus.Ok;
            var value = status == ResultStatus.Ok ? sum / n / (used - 1) * (_blocks / (_blocks - 1.0)) : double.NaN;
            var size = _sizes / n;
            return new DesignEffectResult
            {
                Status = status,
                Value = value,
                IntraclassCorrelation =
                    status != ResultStatus.Ok ? double.NaN
                    : size > 1 ? Math.Clamp((value - 1) / (size - 1), 0, 1)
                    : 0,
                BlockCount = _blocks,
                Count = _count,
                BlockSize = size,
            };
        }
    }
}
