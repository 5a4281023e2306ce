using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Histograms;

/// <summary>Finds a value's bin: an even grid over the edges says where to begin, and a few comparisons by value settle it.</summary>
/// <remarks>
/// The cell of a number is computed by operations that keep order under rounding, and edges go through the same ones. So edges in
/// lower cells are below the value and edges in higher cells above it, and only those in its own cell have to be compared.
/// </remarks>
internal sealed unsafe class HistogramGrid<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int CellsPerEdge = 8;
    private const int MaxCells = 8_192;

    /// <summary>With fewer values than this for each edge, making the grid costs more than it saves.</summary>
    private const int ValuesPerEdge = 32;

    private readonly T[] _edges;
    private readonly int[] _firstOfCell;
    private readonly T _origin;
    private readonly T _cellsPerUnit;
    private readonly int _lastCell;
    private readonly int _firstHalf;

    /// <summary>Makes the grid for edges that are strictly ascending and not NaN.</summary>
    internal HistogramGrid(ReadOnlySpan<T> edges, long valueCount)
    {
        // Without a grid everything is in cell 0. A scale of 0 would make NaN of an infinity.
        _cellsPerUnit = T.Epsilon;
        var cells = (int)Math.Min((long)edges.Length * CellsPerEdge, MaxCells);
        if (edges.Length > 1 && valueCount >= (long)edges.Length * ValuesPerEdge)
        {
            var cellsPerUnit = T.CreateChecked(cells) / (edges[^1] - edges[0]);
            if (T.IsFinite(cellsPerUnit) && cellsPerUnit > T.Zero)
            {
                (_origin, _cellsPerUnit, _lastCell) = (edges[0], cellsPerUnit, cells - 1);
            }
        }

        _firstOfCell = ArrayPool<int>.Shared.Rent(_lastCell + 1);
        var inFullestCell = FillCells(edges);
        var steps = 32 - BitOperations.LeadingZeroCount((uint)inFullestCell);
        _firstHalf = steps == 0 ? 0 : 1 << (steps - 1);
        var padded = edges.Length + (1 << steps);
        _edges = ArrayPool<T>.Shared.Rent(padded);
        edges.CopyTo(_edges);

        // No value is above NaN, so a search may run past the last edge.
        _edges.AsSpan(edges.Length, padded - edges.Length).Fill(T.NaN);
    }

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_edges);
        ArrayPool<int>.Shared.Return(_firstOfCell);
    }

    /// <summary>Adds the counts to <paramref name="bins"/> and returns how many values are NaN.</summary>
    internal long Count(ReadOnlySpan<T> values, Span<long> bins)
    {
        var missing = 0L;
        var (origin, scale, lastCell, firstHalf) = (_origin, _cellsPerUnit, T.CreateChecked(_lastCell), _firstHalf);
        fixed (T* edges = _edges)
        fixed (int* firstOfCell = _firstOfCell)
        fixed (long* counts = bins)
        {
            foreach (var value in values)
            {
                if (T.IsNaN(value))
                {
                    missing++;
                    continue;
                }

                var cell = T.MinNative(T.MaxNative((value - origin) * scale, T.Zero), lastCell);
                nint bin = firstOfCell[T.ConvertToIntegerNative<int>(cell)];
                for (nint half = firstHalf; half > 0; half >>= 1)
                {
                    bin += half * Unsafe.BitCast<bool, byte>(value > edges[bin + half - 1]);
                }

                counts[bin]++;
            }
        }

        return missing;
    }

    /// <summary>Notes for each cell how many edges lie in lower ones.</summary>
    /// <returns>The most edges in one cell.</returns>
    private int FillCells(ReadOnlySpan<T> edges)
    {
        var (edge, most) = (0, 0);
        for (var cell = 0; cell <= _lastCell; cell++)
        {
            _firstOfCell[cell] = edge;
            while (edge < edges.Length && (cell == _lastCell || CellOf(edges[edge]) <= cell))
            {
                edge++;
            }

            most = Math.Max(most, edge - _firstOfCell[cell]);
        }

        return most;
    }

    private int CellOf(T edge)
    {
        var cell = T.MinNative(T.MaxNative((edge - _origin) * _cellsPerUnit, T.Zero), T.CreateChecked(_lastCell));
        return T.ConvertToIntegerNative<int>(cell);
    }
}
