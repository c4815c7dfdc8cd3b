package org.basin.engine;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.basin.engine.figure.FigureChart;
import org.basin.engine.figure.FigureException;
import org.basin.engine.publish.PublishedTables;
import org.basin.engine.storage.EngineException;
import org.basin.engine.storage.EngineSettings;
import org.basin.engine.storage.MachineException;
import org.basin.engine.storage.SweepFolder;
import org.basin.plan.Sweep;
import org.basin.plan.figure.Figure;

/** Makes the charts of figures from the published tables of a sweep. It writes nothing. */
public final class FigureJob {

  private final SparkSession spark;
  private final EngineSettings settings;

  public FigureJob(SparkSession spark, EngineSettings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /**
   * Returns a chart for each figure, in their order, all of one publication.
   *
   * @throws EngineException if the sweep has no tables
   * @throws MachineException if the tables differ from what was published
   * @throws FigureException if a figure's query is wrong
   */
  public DrawnFigures charts(SweepFolder folder, Sweep sweep, List<Figure> figures) {
    SqlJob sql = new SqlJob(spark, settings);
    PublishedTables tables = sql.views(folder);
    FigureChart charts = new FigureChart(spark, sql.analyser(tables.names()));
    return new DrawnFigures(
        OpenSweep.of(spark, folder, tables).time(),
        figures.stream().map(figure -> charts.of(sweep, figure)).toList());
  }
}
