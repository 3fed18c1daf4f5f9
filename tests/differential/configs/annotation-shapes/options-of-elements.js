// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "box",
            "xMin": 1,
            "xMax": 4,
            "yMin": 1,
            "yMax": 4
          },
          {
            "type": "point",
            "xValue": 7,
            "yValue": 7
          },
          {
            "type": "line",
            "yMin": 5,
            "yMax": 5
          }
        ]
      }
    },
    "elements": {
      "boxAnnotation": {
        "backgroundColor": "gold",
        "borderWidth": 6,
        "borderRadius": 15,
        "shadowBlur": 6,
        "backgroundShadowColor": "black"
      },
      "pointAnnotation": {
        "radius": 40,
        "backgroundColor": "lime"
      },
      "lineAnnotation": {
        "borderColor": "red",
        "borderDash": [
          5,
          5
        ]
      }
    }
  }
}
