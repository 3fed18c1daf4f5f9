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
            "type": "ellipse",
            "xMin": 1,
            "xMax": 9,
            "yMin": 1,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 10,
            "label": {
              "display": true,
              "content": [
                "An",
                "ellipse"
              ],
              "position": {
                "x": "start",
                "y": "end"
              },
              "rotation": 90,
              "color": "navy"
            }
          }
        ]
      }
    }
  }
}
