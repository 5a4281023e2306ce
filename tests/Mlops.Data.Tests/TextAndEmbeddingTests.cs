using System.Security.Cryptography;
using FsCheck.Fluent;

namespace Mlops.Data.Tests;

public sealed class TextAndEmbeddingTests
{
    /// <summary>Free texts and vectors, some of both missing.</summary>
    private static readonly FsCheck.Gen<Dataset> Datasets =
        from length in Gen.Choose(0, 200)
        from texts in Gen.OneOf(Laws.Texts.Select(text => (string?)text), Gen.Constant((string?)null)).ArrayOf(length)
        from vectors in Gen.OneOf(
                Gen.Choose(-8, 8).Select(i => i / 4f).ArrayOf(3).Select(vector => (float[]?)vector),
                Gen.Constant((float[]?)null)
            )
            .ArrayOf(length)
        select Dataset.FromColumns("generated", Column.Text("t", texts), Column.Embedding("e", vectors));

    [Fact]
    public void Text_ValuesBytesAndMissing()
    {
        var column = Column.Text("t", ["é", null, "", "ab"]);
        Assert.Equal(new object?[] { "é", null, "", "ab" }, Same.ValuesOf(column));
        Assert.Equal([0, 2, 2, 2, 4], column.Offsets.ToArray());
        Assert.Equal("éab"u8.ToArray(), column.Bytes.ToArray());
        Assert.Equal([false, true, false, false], Enumerable.Range(0, 4).Select(column.IsMissing));
        Assert.Equal((ColumnKind.Text, SourceType.Text, 1L), (column.Kind, column.SourceType, column.MissingCount));
        Assert.Equal(0, Column.Text("t", []).Length);
        Assert.Contains(
            "row 1 of column 't' holds half of a surrogate pair",
            Assert.Throws<ArgumentException>(() => Column.Text("t", ["x", "\ud800"])).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Embedding_ValuesMatrixAndMissing()
    {
        var column = Column.Embedding(
            "e",
            [
                [1f, 2f],
                null,
                [3f, 4f],
            ]
        );
        Assert.Equal(2, column.Dimensions);
        Assert.Equal([1, 2, 0, 0, 3, 4], column.Values.ToArray());
        Assert.True(column[1].IsEmpty);
        Assert.Equal([3, 4], column[2].ToArray());
        var matrix = column.AsTensorSpan();
        Assert.Equal((3, 2, 4f), ((int)matrix.Lengths[0], (int)matrix.Lengths[1], matrix[2, 1]));
        var slice = column.Slice(1, 2);
        Assert.Equal((1L, 3f), (slice.MissingCount, slice.AsTensorSpan()[1, 0]));
        Assert.True(slice.Values.Span.Overlaps(column.Values.Span));
        var none = Column.Embedding("e", [null, null]);
        Assert.Equal((0, 2L, 0), (none.Dimensions, none.MissingCount, none.Values.Length));
        Assert.Equal(0, (int)none.AsTensorSpan().FlattenedLength);
        Assert.Equal(3, Column.Embedding("e", 2, [1, 2, 3, 4, 5, 6]).Length);
    }

    [Fact]
    public void Embedding_Mistakes_AreNamed()
    {
        (Func<Column> Make, string Message)[] mistakes =
        [
            (
                () =>
                    Column.Embedding(
                        "e",
                        [
                            [1f, 2f],
                            [1f],
                        ]
                    ),
                "row 1 of column 'e' has 1 components; it must have 2"
            ),
            (() => Column.Embedding("e", [null, []]), "row 1 of column 'e' has 0 components; it must have at least 1"),
            (
                () =>
                    Column.Embedding(
                        "e",
                        [
                            [1f, float.NaN],
                        ]
                    ),
                "Component 1 of row 0 of column 'e' is NaN"
            ),
            (() => Column.Embedding("e", 2, [1, 2, 3, float.PositiveInfinity]), "Component 1 of row 1 of column 'e'"),
            (() => Column.Embedding("e", 2, [1, 2, 3]), "3 components are no whole number of vectors of 2"),
        ];
        foreach (var (make, message) in mistakes)
            Assert.Contains(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Column.Embedding("e", 0, []));
    }

    [Fact]
    public void SliceAndTake_AtAnyRow_AreTheRows() =>
        Laws.Hold(
            from dataset in Datasets
            from start in Gen.Choose(0, dataset.RowCount)
            from length in Gen.Choose(0, dataset.RowCount - start)
            select (dataset, start, length),
            law =>
            {
                foreach (var column in law.dataset.Columns)
                {
                    var slice = column.Slice(law.start, law.length);
                    var taken = column.Take([.. Enumerable.Range(law.start, law.length)]);
                    Assert.Equal(Same.ValuesOf(column)[law.start..(law.start + law.length)], Same.ValuesOf(slice));
                    Assert.Equal(Same.ValuesOf(slice).LongCount(value => value is null), slice.MissingCount);
                    Same.Columns(taken, slice);
                    Same.Columns(
                        slice.Slice(law.length / 2, law.length / 4),
                        taken.Slice(law.length / 2, law.length / 4)
                    );
                    Assert.Equal(Dataset.FromColumns("a", taken).Digest, Dataset.FromColumns("b", slice).Digest);
                }
            }
        );

    [Fact]
    public void ConvertTo_AndBack_IsTheSame() =>
        Laws.Hold(
            Datasets,
            dataset =>
            {
                var texts = dataset["t"];
                Same.Columns(texts, texts.ConvertTo(ColumnKind.Category).ConvertTo(ColumnKind.Text));
                var vectors = dataset["e"];
                foreach (var kind in (ColumnKind[])[ColumnKind.Text, ColumnKind.Category])
                    Assert.Equal(
                        Same.ValuesOf(vectors),
                        Same.ValuesOf(vectors.ConvertTo(kind).ConvertTo(ColumnKind.Embedding))
                    );
                foreach (var kind in (ColumnKind[])[ColumnKind.Number, ColumnKind.Boolean, ColumnKind.Time])
                {
                    Assert.Equal(vectors.Length - vectors.MissingCount, vectors.ConvertTo(kind).Failures.Count);
                    Same.Columns(texts.ConvertTo(ColumnKind.Category).ConvertTo(kind), texts.ConvertTo(kind));
                }
            }
        );

    [Fact]
    public void ConvertTo_Embedding_WhatIsNoVectorFails()
    {
        var text = Column.Category("x", ["[1, 2]", "[1]", "x", null, "[1,\"a\"]", "[1e39,1]", "[]", " [3,4] "]);
        var vectors = (EmbeddingColumn)text.ConvertTo(ColumnKind.Embedding);
        Assert.Equal(new object?[] { "1 2", null, null, null, null, null, null, "3 4" }, Same.ValuesOf(vectors));
        Assert.Equal(new ConversionFailures(5, 1, "[1]"), vectors.Failures);
        var none = (EmbeddingColumn)Column.Number("n", [1, double.NaN]).ConvertTo(ColumnKind.Embedding);
        Assert.Equal((0, 2L), (none.Dimensions, none.MissingCount));
        Assert.Equal(new ConversionFailures(1, 0, "1"), none.Failures);
    }

    [Fact]
    public void DatasetRow_TextAndEmbedding()
    {
        var dataset = Dataset.FromColumns("x", Column.Text("t", ["a", "b"]), Column.Embedding("e", [null, [1.5f]]));
        Assert.Equal(1, dataset.Where(row => row.Text("t") == "b").RowCount);
        Assert.Equal(1, dataset.Where(row => row.Embedding("e").Length == 1 && row.Text("e") == "[1.5]").RowCount);
        Assert.Throws<ArgumentException>(() => dataset.Where(row => row.Embedding("t").IsEmpty));
    }

    [Fact]
    public void Digest_IsTheDocumentedLayout()
    {
        var dataset = Dataset.FromColumns(
            "any",
            Column.Text("t", ["é", null, "ab"]),
            Column
                .Embedding(
                    "e",
                    [
                        [1f, -0f],
                        null,
                    ]
                )
                .Take([0, 1, 1])
        );
        var text = Hash('t', 4, 4, [2, 0, 0, 0, 255, 255, 255, 255, 2, 0, 0, 0, .. "éab"u8]);
        var vector = Hash('e', 5, 1, [2, 0, 0, 0, 1, 0, 0, 0, 0, 128, 63, .. new byte[20]]);
        byte[] all = [.. "mlops.dataset.v1"u8, 2, 0, 0, 0, .. text, .. vector];
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(all)), dataset.Digest.ToString());
    }

    [Fact]
    public void FromRecords_TextAndEmbedding()
    {
        var dataset = Dataset.FromRecords(
            new[] { ("a", (float[]?)[1f, 2f]), ("b", null) },
            "records",
            map => map.Text("t", r => r.Item1).Embedding("e", r => r.Item2)
        );
        Assert.Equal([ColumnKind.Text, ColumnKind.Embedding], dataset.Columns.Select(column => column.Kind));
        Assert.Equal(1, dataset["e"].MissingCount);
    }

    // Three rows, names of one character.
    private static byte[] Hash(char name, byte kind, byte source, byte[] values) =>
        SHA256.HashData([1, 0, 0, 0, (byte)name, 0, kind, source, 3, 0, 0, 0, 0, 0, 0, 0, .. values]);
}
