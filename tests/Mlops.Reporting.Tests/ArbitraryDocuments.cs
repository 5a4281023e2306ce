using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Tests;

/// <summary>Arbitrary documents, full of what real data may hold: hostile names, numbers that are none, rows of uneven length.</summary>
internal static class ArbitraryDocuments
{
    private static readonly Gen<string> HostileText = Gen.Elements(
        "",
        "income",
        "months_since_last_delinquency",
        "a b  c\td\ne",
        Samples.Script,
        Samples.Image,
        "| pipe ` tick * star _ under ~~ [link](http://x) <b> & \\",
        "# heading",
        "- item",
        "1. item",
        "---",
        "日本語の列名はとても長いことがある",
        "zalgo e\u0301\u0302\u0303",
        "\ud800 lone \udc00",
        "\u001b[31mred\u0007\0",
        "\u202Eevil\u2066",
        "👩‍👩‍👧‍👦 family",
        new string('x', 300),
        "@channel",
        "\uFFFE\uFDD0"
    );

    public static readonly Gen<string> Text = Gen.OneOf(
        HostileText,
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""),
        HostileText.SelectMany(a => HostileText.Select(b => a + " " + b))
    );

    private static readonly Gen<double> Number = Gen.OneOf(
        ArbMap.Default.GeneratorFor<double>(),
        Gen.Elements(
            0,
            0.1,
            0.25,
            1,
            -1,
            double.NaN,
            double.PositiveInfinity,
            double.NegativeInfinity,
            double.MaxValue,
            double.Epsilon
        ),
        Gen.Choose(0, 1000).Select(i => i / 1000.0)
    );

    private static readonly Gen<Verdict?> Judged = Gen.Elements<Verdict?>(
        null,
        Verdict.Pass,
        Verdict.Fail,
        Verdict.Inconclusive
    );

    public static Arbitrary<ReportDocument> Documents { get; } =
        (
            from title in Text
            from subtitle in Text
            from verdict in Judged
            from blocks in Block(2).ListOf()
            select new ReportDocument(title, [.. blocks]) { Subtitle = subtitle, Verdict = verdict }
        ).ToArbitrary();

    private static Gen<ReportBlock> Block(int depth)
    {
        var flat = new List<Gen<ReportBlock>>
        {
            Text.Select(text => (ReportBlock)new TextBlock(text)),
            from level in Gen.Choose(-1, 9)
            from text in Text
            select (ReportBlock)new HeadingBlock(level, text),
            Text.ListOf().Select(items => (ReportBlock)new ListBlock([.. items])),
            from verdict in Judged
            from headline in Text
            from why in Text
            select (ReportBlock)new VerdictBlock(verdict ?? Verdict.Inconclusive, headline, why),
            Table(),
            from title in Text
            from edges in Number.ListOf()
            from reference in Number.ListOf()
            from current in Number.ListOf()
            select (ReportBlock)
                new HistogramChart(title, "d", [.. edges], [.. reference], [.. current]) { OutsideNote = title },
            from title in Text
            from names in Text.ListOf()
            from reference in Number.ListOf()
            from current in Number.ListOf()
            select (ReportBlock)new CategoryChart(title, "d", [.. names], [.. reference], [.. current]),
            from title in Text
            from bound in Number
            from rows in Row().ListOf()
            select (ReportBlock)new IntervalChart(title, "d", title, bound, title, [.. rows]),
            from title in Text
            from bound in Number
            from columns in Text.ListOf()
            from names in Text.ListOf()
            from cells in Cells().ListOf()
            select (ReportBlock)new HeatmapChart(title, "d", [.. columns], [.. names], [.. cells], bound, title),
        };
        return depth == 0
            ? Gen.OneOf(flat)
            : Gen.OneOf([
                .. flat,
                from summary in Text
                from isOpen in Gen.Elements(true, false)
                from inner in Block(depth - 1).ListOf()
                select (ReportBlock)new DetailsBlock(summary, [.. inner], isOpen),
            ]);
    }

    private static Gen<ReportBlock> Table() =>
        from caption in Text
        from headers in Text.ListOf()
        from numeric in Gen.Elements(true, false)
        from rows in Cell().ListOf().ListOf()
        select (ReportBlock)
            new TableBlock(
                caption,
                [.. headers.Select((header, i) => new TableColumn(header, numeric && i > 0))],
                [.. rows.Select(row => (IReadOnlyList<TableCell>)[.. row])]
            );

    private static Gen<TableCell> Cell() =>
        from text in Text
        from verdict in Judged
        select new TableCell(text, verdict);

    private static Gen<IntervalRow> Row() =>
        from label in Text
        from estimate in Number
        from lower in Number
        from upper in Number
        from verdict in Judged
        select new IntervalRow(label, estimate, lower, upper, verdict, label);

    private static Gen<IReadOnlyList<HeatmapCell>> Cells() =>
        (from value in Number from verdict in Judged select new HeatmapCell(value, verdict))
            .ListOf()
            .Select(cells => (IReadOnlyList<HeatmapCell>)[.. cells]);
}
