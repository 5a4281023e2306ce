using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

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

    /// <summary>Values whose cells are computed at a time.</summary>
    private const int Tile = 512;

    /// <summary>Neighbouring values are counted apart, so that one need not wait for the other's count in the same bin.</summary>
    private const int Tables = 4;

    private readonly int _edgeCount;
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
        _edgeCount = edges.Length;
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

    /// <summary>So large that its last bit is worth 1: adding it leaves the nearest whole number in the low bits.</summary>
    private static T Magic => T.ScaleB(T.One, sizeof(T) == sizeof(double) ? 52 : 23);

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_edges);
        ArrayPool<int>.Shared.Return(_firstOfCell);
    }

    /// <summary>Adds the counts to <paramref name="bins"/> and returns how many values are NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal long Count<TVector, TLanes>(ReadOnlySpan<T> values, Span<long> bins)
        where TLanes : struct, ILanes<T, TVector>
    {
        var stride = _edgeCount + 1;
        var rented = ArrayPool<int>.Shared.Rent(Tables * stride);
        rented.AsSpan(0, Tables * stride).Clear();
        var cells = stackalloc T[Tile];
        var numbers = 0L;
        fixed (T* first = values)
        fixed (int* tables = rented)
        {
            for (var start = 0; start < values.Length; start += Tile)
            {
                var length = Math.Min(Tile, values.Length - start);
                var whole = length - (length % TLanes.Count);
                numbers += FindCells<TVector, TLanes>(first + start, whole, cells);
                numbers += FindCells<T, SingleLane<T>>(first + start + whole, length - whole, cells + whole);
                if (_firstHalf == 1)
                {
                    CountOneStep(first + start, cells, length, tables, stride);
                }
                else
                {
                    CountSearching(first + start, cells, length, tables);
                }
            }
        }

        for (var bin = 0; bin < stride; bin++)
        {
            for (var table = 0; table < Tables; table++)
            {
                bins[bin] += rented[(table * stride) + bin];
            }
        }

        // NaN is in cell 0 and above no edge.
        var missing = values.Length - numbers;
        bins[0] -= missing;
        ArrayPool<int>.Shared.Return(rented);
        return missing;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long FindCells<TVector, TLanes>(T* values, int length, T* cells)
        where TLanes : struct, ILanes<T, TVector>
    {
        var (origin, scale) = (TLanes.Create(_origin), TLanes.Create(_cellsPerUnit));
        var (zero, last) = (TLanes.Create(T.Zero), TLanes.Create(T.CreateChecked(_lastCell)));
        var magic = TLanes.Create(Magic);
        var numbers = zero;
        for (var i = 0; i < length; i += TLanes.Count)
        {
            var value = TLanes.Load(values + i);
            numbers = TLanes.CountNumbers(numbers, value);
            var cell = TLanes.ZeroIfNaN(TLanes.Multiply(TLanes.Subtract(value, origin), scale));
            TLanes.Store(TLanes.Add(TLanes.Min(TLanes.Max(cell, zero), last), magic), cells + i);
        }

        return TLanes.Total(numbers);
    }

    /// <summary>No cell holds more than one edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountOneStep(T* values, T* cells, int length, int* table, int stride)
    {
        var table1 = table + stride;
        var table2 = table1 + stride;
        var table3 = table2 + stride;
        fixed (T* edges = _edges)
        fixed (int* firstOfCell = _firstOfCell)
        {
            var i = 0;
            for (; i <= length - Tables; i += Tables)
            {
                table[Bin(values[i], cells[i], edges, firstOfCell)]++;
                table1[Bin(values[i + 1], cells[i + 1], edges, firstOfCell)]++;
                table2[Bin(values[i + 2], cells[i + 2], edges, firstOfCell)]++;
                table3[Bin(values[i + 3], cells[i + 3], edges, firstOfCell)]++;
            }

            for (; i < length; i++)
            {
                table[Bin(values[i], cells[i], edges, firstOfCell)]++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Bin(T value, T cell, T* edges, int* firstOfCell)
    {
        nint bin = firstOfCell[IndexOf(cell)];
        return bin + Unsafe.BitCast<bool, byte>(value > edges[bin]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountSearching(T* values, T* cells, int length, int* table)
    {
        nint firstHalf = _firstHalf;
        fixed (T* edges = _edges)
        fixed (int* firstOfCell = _firstOfCell)
        {
            for (var i = 0; i < length; i++)
            {
                var value = values[i];
                nint bin = firstOfCell[IndexOf(cells[i])];
                for (var half = firstHalf; half > 0; half >>= 1)
                {
                    bin += half * Unsafe.BitCast<bool, byte>(value > edges[bin + half - 1]);
                }

                table[bin]++;
            }
        }
    }

    /// <summary>The whole number that lies in the low bits after <see cref="Magic"/> was added.</summary>
    private static int IndexOf(T cell) =>
        sizeof(T) == sizeof(double)
            ? (int)Unsafe.BitCast<T, ulong>(cell)
            : (int)Unsafe.BitCast<T, uint>(cell) & 0x7F_FFFF;

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
        T cell;
        FindCells<T, SingleLane<T>>(&edge, 1, &cell);
        return IndexOf(cell);
    }
}
