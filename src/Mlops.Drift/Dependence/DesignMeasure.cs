using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Dependence;

namespace Mlops.Drift.Dependence;

/// <summary>Measures what the blocks of a data set cost each of its judged columns.</summary>
internal static class DesignMeasure
{
    /// <summary>The blocks of a side and their design effects.</summary>
    /// <param name="data">The side's rows.</param>
    /// <param name="reference">The reference's profile, whose bins count.</param>
    /// <param name="dependence">Which rows may depend on each other.</param>
    /// <param name="isReference">Whether it is the reference, whose periods are compared with each other.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static SideDesign Of(
        Dataset data,
        DatasetProfile reference,
        RowDependence dependence,
        bool isReference,
        ComputeContext? context
    )
    {
        var judged = reference.Definition.JudgedColumns;
        if (BlockPlan.Of(data, reference.Definition, dependence) is not { Blocks.Count: > 0 } plan)
        {
            return SideDesign.Independent(judged.Count);
        }

        var designs = new ColumnDesign[judged.Count];
        var periods = new double[isReference && dependence.Period is not null ? judged.Count : 0][];
        ParallelPieces.For(
            judged.Count,
            context,
            (i, _) =>
            {
                designs[i] = ColumnDesign.Independent;
                if (periods.Length > 0)
                {
                    periods[i] = [];
                }

                var schema = judged[i].Schema;
                if (!data.TryGetColumn(schema.Name, out var column))
                {
                    return;
                }

                using var codes = ColumnCodes.Of(column.ConvertTo(schema.Kind), reference.Columns[i]);
                designs[i] = Measure(codes, plan.Blocks, isReference && schema.Kind != ColumnKind.Number);
                if (periods.Length > 0)
                {
                    periods[i] = PeriodVariation.Effects(codes.Value, codes.ValueBins, plan.Blocks);
                }
            }
        );
        return new SideDesign(plan.By, plan.Blocks.Count, SizeOf(plan.Blocks), designs, periods);
    }

    // What the reference has never seen is estimated from its singletons, which no row is by itself.
    private static ColumnDesign Measure(ColumnCodes codes, RowBlocks blocks, bool withoutNovelty) =>
        new(
            AtLeastOne(DesignEffect.OfShares(codes.Value, codes.ValueBins, blocks)),
            AtLeastOne(DesignEffect.OfShares(codes.Missing, 2, blocks)),
            withoutNovelty ? 1 : AtLeastOne(DesignEffect.OfShares(codes.Novel, 2, blocks))
        );

    private static double AtLeastOne(DesignEffectResult result) =>
        result.Status == ResultStatus.Ok ? Math.Max(1, result.Value) : 1;

    private static double SizeOf(RowBlocks blocks)
    {
        double squares = 0;
        for (var block = 0; block < blocks.Count; block++)
        {
            double size = blocks.RowsOf(block).Length;
            squares += size * size;
        }

        return squares / blocks.RowCount;
    }
}
